import { capacityEffect } from './activities-places.rules'

const full = { capacity: 30, taken: 30, waiting: 4 }

test.each([
  [full, 30, null],
  [full, 32, { isPossible: true, words: '名额将留给候补前 2 人确认' }],
  [full, 90, { isPossible: true, words: '名额将留给候补前 4 人确认' }],
  [full, 29, { isPossible: false, words: '已有 30 人报名成功，名额不能少于 30' }],
  [{ ...full, taken: 0, waiting: 0 }, 0, { isPossible: false, words: '名额至少 1 个' }],
  [full, null, { isPossible: false, words: '请填写名额' }],
  [{ ...full, taken: 12, waiting: 0 }, 40, { isPossible: true, words: '增加 10 个名额' }],
  [{ ...full, taken: 12, waiting: 0 }, 12, { isPossible: true, words: '减少 18 个名额，已报名的人不受影响' }],
])('%j with a capacity of %j', (places, target, effect) => {
  expect(capacityEffect(places, target)).toEqual(effect)
})
