import * as fc from 'fast-check'
import { bpOfPercent, fenOfWan, monthsOf, percentOfBp, wanOfFen } from './financing-units.rules'

test('amounts and rates come back as they went, whole to the fen and the basis point', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => fenOfWan(wanOfFen(fen)) === fen))
  fc.assert(fc.property(fc.integer({ min: 0, max: 3600 }), (bp) => bpOfPercent(percentOfBp(bp)) === bp))
})

test('however it is typed, it is the same amount', () => {
  const spelled = fc.tuple(fc.integer({ min: 0, max: 10_000_000_000 }), fc.constantFrom('', '万', '万元', ' 万元'), fc.boolean())
  fc.assert(fc.property(spelled, ([fen, unit, isWide]) => {
    const [whole = '', rest] = wanOfFen(fen).split('.')
    const typed = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest === undefined ? '' : `.${rest}`}${unit}`
    return fenOfWan(isWide ? typed.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)) : typed) === fen
  }))
})

test('what is no amount is not guessed at', () => {
  expect(['', '约 50', '-5', '1.2345678', '1,2', '五十', '1e3', '.5'].map(fenOfWan)).toEqual(Array.from({ length: 8 }, () => null))
  expect(['4.355', '', '四', '+50'].map(bpOfPercent)).toEqual([null, null, null, null])
  expect([fenOfWan('12。5'), bpOfPercent('４．３５％'), bpOfPercent('4.'), monthsOf('36 个月'), monthsOf('1.5')]).toEqual([12_500_000, 435, 400, 36, null])
})
