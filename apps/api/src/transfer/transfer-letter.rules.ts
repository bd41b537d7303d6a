import { readIdNumber } from '@dangqun/contracts/kit/numbers'

/**
 * What is printed onto the official blank (中国共产党党员组织关系介绍信, 组通字〔2006〕45号) and where.
 * Three parts stand below each other on an A4 sheet: 存根, 介绍信, 回执. Text only: anything added makes
 * the letter 涂改 (R08), so no code and no seal is ever printed, nor the number, which the blank bears already.
 */

const digits = '零壹贰叁肆伍陆柒捌玖'

/**
 * A count in 大写: 5 → 伍, 15 → 壹拾伍, 30 → 叁拾.
 * @throws RangeError outside of 1 to 99
 */
export function upperCount(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`not a count of 1 to 99: ${value}`)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 0 ? `${digits[tens] ?? ''}拾` : ''}${ones > 0 ? (digits[ones] ?? '') : ''}`
}

/** `2026-12` → 贰零贰陆年壹拾贰月 */
export function upperMonth(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return `${[...year].map((digit) => digits[Number(digit)] ?? '').join('')}年${upperCount(Number(number))}月`
}

/** `2026-12-01` → 贰零贰陆年壹拾贰月壹日 */
export function upperDate(date: string): string {
  return `${upperMonth(date.slice(0, 7))}${upperCount(Number(date.slice(8)))}日`
}

/** Sex and age on a day, as the ID number gives them; null when it is not one. */
export function personOf(idNumber: string, today: string): { sex: '男' | '女'; age: number } | null {
  const facts = readIdNumber(idNumber)
  if (!facts) return null
  const years = Number(today.slice(0, 4)) - Number(facts.bornOn.slice(0, 4))
  return { sex: facts.sex === 'male' ? '男' : '女', age: today.slice(5) < facts.bornOn.slice(5) ? years - 1 : years }
}

export interface LetterContent {
  readonly title: string
  readonly name: string
  readonly category: 'full' | 'probationary'
  readonly idNumber: string
  readonly ethnicity: string
  readonly from: string
  readonly to: string
  readonly duesPaidTo: string
  readonly validDays: number
  readonly issuedOn: string
  readonly address: string
  readonly phone: string
  readonly postcode: string
}

/** One piece of text; millimetres from the sheet's upper left corner to the text's left end and baseline. */
export interface PrintedText {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Millimetres that it may take; longer text is set narrower, never cut. */
  readonly width: number
}

/** By how much one printer stands off; measured with the test print's ruler. */
export interface PrinterOffset {
  readonly xMm: number
  readonly yMm: number
}

type Line = readonly [text: string, x: number, y: number, width: number]

/** Where each text of a letter begins, by words that stand for it: what a test print shows. */
export function letterPlaces(offset: PrinterOffset): PrintedText[] {
  return letterTexts({
    title: '抬头', name: '姓名', category: 'full', idNumber: '11010519491231002X', ethnicity: '民族', from: '从何处', to: '到何处', duesPaidTo: '2026-12', validDays: 30, issuedOn: '2026-12-01', address: '地址', phone: '电话', postcode: '邮编',
  }, offset)
}

/** Every text of a letter, where this printer has to put it. */
export function letterTexts(letter: LetterContent, offset: PrinterOffset): PrintedText[] {
  const person = personOf(letter.idNumber, letter.issuedOn)
  const category = letter.category === 'full' ? '正式' : '预备'
  const dues = upperMonth(letter.duesPaidTo)
  const date = upperDate(letter.issuedOn)
  // 存根: what stays with whoever issued the letter.
  const stub: Line[] = [
    [letter.name, 40, 34, 30], [category, 90, 34, 16], [letter.idNumber, 130, 34, 60], [letter.from, 34, 44, 70], [letter.to, 118, 44, 75], [dues, 60, 54, 60], [date, 130, 72, 60],
  ]
  // 介绍信: what the receiver reads.
  const letterPart: Line[] = [
    [letter.title, 22, 110, 90], [letter.name, 34, 122, 30], [person?.sex ?? '', 80, 122, 10], [String(person?.age ?? ''), 104, 122, 10], [letter.ethnicity, 128, 122, 24], [category, 170, 122, 16],
    [letter.idNumber, 52, 132, 70], [letter.from, 34, 142, 75], [letter.to, 118, 142, 75], [dues, 60, 152, 60], [upperCount(letter.validDays), 60, 162, 30], [date, 130, 178, 60],
    [letter.address, 40, 188, 90], [letter.phone, 40, 196, 50], [letter.postcode, 118, 196, 30],
  ]
  // 回执: goes back within one month; the receiver fills in the rest by hand.
  const receipt: Line[] = [[letter.from, 22, 230, 90], [letter.name, 34, 242, 30]]
  return [...stub, ...letterPart, ...receipt].map(([text, x, y, width]) => ({ text, x: x + offset.xMm, y: y + offset.yMm, width }))
}
