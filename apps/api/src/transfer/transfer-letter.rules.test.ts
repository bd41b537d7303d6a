import fc from 'fast-check'
import { letterTexts, personOf, upperCount, upperDate, upperMonth, type LetterContent } from './transfer-letter.rules.js'

const letter: LetterContent = {
  title: '中共上海市浦东新区委组织部', name: '林禾', category: 'full', idNumber: '340111199003070017', ethnicity: '汉族', from: '尚百商户联合党支部', to: '上海某某科技有限公司', duesPaidTo: '2026-12', validDays: 30,
  issuedOn: '2026-12-01', address: '合肥市经开区尚百商圈', phone: '0551-60000000', postcode: '230601',
}

test.each([[1, '壹'], [9, '玖'], [10, '壹拾'], [15, '壹拾伍'], [20, '贰拾'], [30, '叁拾'], [90, '玖拾'], [99, '玖拾玖']])('%d is %s', (value, words) => {
  expect(upperCount(value)).toBe(words)
})

test('every count reads back to itself, and others are refused', () => {
  const digits = '零壹贰叁肆伍陆柒捌玖'
  const read = (words: string) => [...words].reduce((sum, sign) => (sign === '拾' ? sum * 10 : sum + digits.indexOf(sign)), 0)
  fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (value) => expect(read(upperCount(value))).toBe(value)))
  for (const value of [0, 100, 1.5, -3, NaN]) expect(() => upperCount(value)).toThrow(RangeError)
})

test('months and dates are written out', () => {
  expect(upperMonth('2026-12')).toBe('贰零贰陆年壹拾贰月')
  expect(upperDate('2030-01-31')).toBe('贰零叁零年壹月叁拾壹日')
})

test('sex and age follow from the ID number', () => {
  expect(personOf('340111199003070017', '2026-03-06')).toEqual({ sex: '男', age: 35 })
  expect(personOf('340111199003070017', '2026-03-07')).toEqual({ sex: '男', age: 36 })
  expect(personOf('340111199003070025', '2026-12-01')?.sex).toBe('女')
  expect(personOf('340111199003070018', '2026-12-01')).toBeNull()
})

test('the name stands on all three parts, and a printer’s offset moves everything alike', () => {
  const plain = letterTexts(letter, { xMm: 0, yMm: 0 })
  expect(plain.filter(({ text }) => text === letter.name)).toHaveLength(3)
  const moved = letterTexts(letter, { xMm: 1.5, yMm: -2 })
  for (const [index, { x, y }] of moved.entries()) expect([x - (plain[index]?.x ?? 0), y - (plain[index]?.y ?? 0)]).toEqual([1.5, -2])
})

test('nothing stands outside of the sheet or on other text', () => {
  const texts = letterTexts(letter, { xMm: 0, yMm: 0 })
  for (const { x, y, width } of texts) expect(x >= 15 && x + width <= 200 && y >= 15 && y <= 290).toBe(true)
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (Math.abs(one.y - other.y) >= 6) continue
      expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true)
    }
  }
})
