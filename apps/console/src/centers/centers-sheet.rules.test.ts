import { printedWords, readSheet, writeSheet } from './centers-sheet.rules'

test('what is printed says where one is, what scanning does, and what to type instead', () => {
  expect(printedWords({ kind: 'door', label: '东门', code: 'A3K9HJ2M' }, '尚百中心', null)).toEqual({ title: '尚百中心', note: '东门', deed: '微信扫一扫，进入党群服务中心', typed: 'A3K9 HJ2M' })
  expect(printedWords({ kind: 'activity', label: null, code: 'A3K9HJ2M' }, '尚百中心', { title: '读书会', note: '周日 14:30' })).toMatchObject({ title: '读书会', note: '周日 14:30', deed: '微信扫一扫，看活动、报名' })
})

test('the address keeps what is chosen', () => {
  for (const sheet of [{ chosen: [], layout: 'sheet' }, { chosen: ['A', 'B'], layout: 'poster' }] as const) expect(readSheet(writeSheet(sheet))).toEqual(sheet)
  expect(readSheet(new URLSearchParams('codes=A,,A&layout=x'))).toEqual({ chosen: ['A'], layout: 'sheet' })
})
