import { marginText, plainCell, sheetName } from './sheet-cells.rules.js'

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1'])('%j is text, whatever opens it', (text) => expect(plainCell(text)).toBe(`'${text}`))

test.each(['林禾', '', '138****8000', 'a=b', '1-2'])('%j stays as it is', (text) => expect(plainCell(text)).toBe(text))

test('an ampersand gives a margin no command, and a long one is cut between letters', () => {
  expect(marginText('甲&乙\n丙')).toBe('甲&&乙 丙')
  expect(marginText('长'.repeat(300), 5)).toBe('长'.repeat(250))
  expect(marginText('&'.repeat(300), 0)).toHaveLength(254)
})

test('a sheet has a name that it may have', () => {
  expect(sheetName("a/b:[c]*?\\'d")).toBe('a b  c     d')
  expect(sheetName('长'.repeat(40))).toHaveLength(31)
  expect(sheetName('***')).toBe('名单')
})
