/**
 * Scene codes: what a printed QR holds and what a person can type from the poster.
 * 23 symbols without look-alikes (no 0/O/D-like Q, 1/I/L, 2/Z, 5/S, 8/B, 6/G, U/V); 23 is prime, so one
 * check symbol finds every single wrong symbol and every swap of two. Fits WeChat's `scene` (≤32).
 */
const alphabet = '2345679ACDEFHJKMNPRTWXY'
export const codeLength = 8

/**
 * @param numbers one less than the length, any non-negative integers (random bytes are fine: the bias of 256 mod 23 is harmless here)
 * @param length below 23, so that every weight counts
 * @returns the symbols and, last, the check symbol
 */
export function makeCode(numbers: readonly number[], length = codeLength): string {
  const digits = numbers.slice(0, length - 1).map((number) => number % alphabet.length)
  if (digits.length !== length - 1) throw new Error(`a code of ${length} needs ${length - 1} numbers`)
  const check = (alphabet.length - (weigh(digits, length) % alphabet.length)) % alphabet.length
  return [...digits, check].map((digit) => alphabet[digit]).join('')
}

/**
 * What a person typed or a camera read, as a code: full-width and lower-case letters, spaces and
 * hyphens are forgiven.
 * @returns null when it cannot be one of ours: a wrong symbol, length or check symbol
 */
export function parseCode(typed: string, length = codeLength): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s\-–—]/g, '')
  const digits = [...code].map((symbol) => alphabet.indexOf(symbol))
  if (digits.length !== length || digits.includes(-1)) return null
  return weigh(digits, length) % alphabet.length === 0 ? code : null
}

/** The last weight is 1, so that the check symbol can always be found. */
function weigh(digits: readonly number[], length: number): number {
  return digits.reduce((sum, digit, index) => sum + digit * (length - index), 0)
}
