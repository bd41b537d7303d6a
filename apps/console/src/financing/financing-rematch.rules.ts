import type { RematchStatus } from '@dangqun/contracts/financing/demands/schemas'

/** How often a running match is asked how far it is, ms. */
const runningMs = 3_000

/** When to ask again; false: not by itself, because nothing goes on. */
export function rematchPause(status: RematchStatus | undefined): number | false {
  return status?.latest && status.latest.state !== 'done' ? runningMs : false
}

const count = (value: number) => value.toLocaleString('zh-CN')

/** What a run says while it goes on; null before the first one and when it is done. */
export function rematchWords({ latest }: RematchStatus): string | null {
  if (latest === null || latest.state === 'done') return null
  return latest.state === 'waiting' ? '产品有变动，马上重新匹配' : `正在按新产品重新匹配 ${count(latest.done)} / ${count(latest.of)}`
}
