import * as z from 'zod'
import { narrow, readIdNumber } from './numbers.js'

/** A citizen's number, with its checksum; full-width digits, spaces and a small x are forgiven. */
export const idNumber = z.string().overwrite(narrow).refine((value) => readIdNumber(value) !== null, '身份证号有误，请对照证件核对 18 位号码')

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The 18th character over the first 17: GB 32100-2015, weights 3^i mod 31. */
export function creditCodeCheck(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += creditAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] ?? ''
}

/** 统一社会信用代码, with its checksum. */
export const creditCode = z.string().overwrite(narrow).refine(
  (value) => /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(value) && creditCodeCheck(value.slice(0, 17)) === value[17],
  '统一社会信用代码有误，请对照营业执照核对 18 位代码',
)
