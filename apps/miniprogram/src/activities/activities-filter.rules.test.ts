import { sayFilter, wholeList } from './activities-filter.rules'

test('a filter says what is chosen', () => {
  expect([wholeList, { programme: 'blue', kind: null } as const, { programme: null, kind: 'reading' } as const, { programme: 'blue', kind: 'reading' } as const].map(sayFilter)).toEqual(['', '青年服务', '阅读', '青年服务 · 阅读'])
})
