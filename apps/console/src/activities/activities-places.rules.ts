interface Places {
  capacity: number
  taken: number
  waiting: number
}

export interface CapacityEffect {
  isPossible: boolean
  words: string
}

/** What another capacity would do, in words; the server decides when it is sent. */
export function capacityEffect({ capacity, taken, waiting }: Places, target: number | null): CapacityEffect | null {
  if (target === null) return { isPossible: false, words: '请填写名额' }
  if (target === capacity) return null
  if (target < 1) return { isPossible: false, words: '名额至少 1 个' }
  if (target < taken) return { isPossible: false, words: `已有 ${taken} 人报名成功，名额不能少于 ${taken}` }
  const promoted = Math.min(target - taken, waiting)
  if (promoted > 0) return { isPossible: true, words: `名额将留给候补前 ${promoted} 人确认` }
  return target > capacity
    ? { isPossible: true, words: `增加 ${target - capacity} 个名额` }
    : { isPossible: true, words: `减少 ${capacity - target} 个名额，已报名的人不受影响` }
}
