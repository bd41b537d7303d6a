import { sayTrouble } from './network-words.rules'

const minute = 60_000

test.each([
  [30_000, '网络不通，显示刚才的内容'],
  [5 * minute, '网络不通，显示 5 分钟前的内容'],
  [59.9 * minute, '网络不通，显示 59 分钟前的内容'],
  [3.5 * 60 * minute, '网络不通，显示 3 小时前的内容'],
  [49 * 60 * minute, '网络不通，显示 2 天前的内容'],
  // A clock that was set back.
  [-minute, '网络不通，显示刚才的内容'],
])('what is %d ms old says its age', (age, words) => {
  expect(sayTrouble('unanswered', 1_000_000_000, 1_000_000_000 + age)).toBe(words)
})

test('without anything to show it says what will happen', () => {
  expect(sayTrouble('offline', null, 0)).toBe('没有网络，连上后会自动更新')
  expect(sayTrouble('slow', null, 0)).toBe('网络有点慢，正在加载')
})
