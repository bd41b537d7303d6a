/** As it is compared: full-width digits, spaces and a small x are forgiven. */
export const narrow = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** The 18th character over the first 17: GB 11643-1999, ISO 7064 MOD 11-2. */
export function idNumberCheck(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] ?? ''
}

export interface IdNumberFacts {
  sex: 'male' | 'female'
  /** `yyyy-MM-dd` */
  bornOn: string
}

/** What an 18-digit citizen's number says by itself: GB 11643-1999. @returns null when it is not one */
export function readIdNumber(typed: string): IdNumberFacts | null {
  const number = narrow(typed)
  if (!/^\d{17}[\dX]$/.test(number) || idNumberCheck(number.slice(0, 17)) !== number[17]) return null
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const day = new Date(`${bornOn}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== bornOn || bornOn < '1900-01-01') return null
  return { sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', bornOn }
}
