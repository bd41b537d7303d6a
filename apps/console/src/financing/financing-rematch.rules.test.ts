import type { RematchStatus } from '@dangqun/contracts/financing/demands/schemas'
import { rematchPause, rematchWords } from './financing-rematch.rules'

const run = (state: 'waiting' | 'running' | 'done'): RematchStatus => ({ latest: { state, done: 1200, of: 3000, startedAt: '2026-12-01T09:00:00+08:00', endedAt: null } })

test('a run is asked about only while it goes on', () => {
  expect([run('waiting'), run('running'), run('done'), { latest: null }, undefined].map(rematchPause)).toEqual([3000, 3000, false, false, false])
})

test('how far it is, in figures that people read', () => {
  expect([run('waiting'), run('running'), run('done'), { latest: null }].map(rematchWords)).toEqual(['产品有变动，马上重新匹配', '正在按新产品重新匹配 1,200 / 3,000', null, null])
})
