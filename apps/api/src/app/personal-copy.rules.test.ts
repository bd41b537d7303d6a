import { rowOf, tableOf } from './personal-copy.rules.js'

test('each field is a line, with where it comes from', () => {
  const csv = tableOf({ sections: [{ title: '报名', center: '尚百', rows: [{ 活动: '读书会', 状态: '已报名' }, { 活动: '义诊' }] }, { title: '账号', center: null, rows: [{ 编号: 'x' }] }] })
  expect(csv.split('\r\n')).toEqual(['\uFEFF类别,中心,序号,项目,内容', '报名,尚百,1,活动,读书会', '报名,尚百,1,状态,已报名', '报名,尚百,2,活动,义诊', '账号,,1,编号,x', ''])
})

test.each([
  ['a, b', '"a, b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['+8613800000000', "'+8613800000000"],
  ['@SUM', "'@SUM"],
  ['＝HYPERLINK', "'＝HYPERLINK"],
  ['\n=1', '"\'\n=1"'],
  ['19900001234', '19900001234'],
])('%p is safe as %p', (value, written) => expect(tableOf({ sections: [{ title: 't', center: null, rows: [{ f: value }] }] })).toContain(`t,,1,f,${written}\r\n`))

test('what is not there is no field', () => expect(rowOf({ a: 'x', b: null, c: '', d: undefined })).toEqual({ a: 'x' }))
