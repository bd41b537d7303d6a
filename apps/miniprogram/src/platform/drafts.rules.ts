/**
 * What of a half-filled form may be kept on the phone: neither the fields named in `unkept` nor any text that
 * reads as an identity or bank card number, whichever field it was typed into (PIPL, sensitive data).
 */
export function keepable<Values extends object>(values: Values, unkept: readonly (keyof Values)[]): Partial<Values> {
  const entries = Object.entries(values).filter(([name, value]) => !unkept.includes(name as keyof Values) && !holdsLongNumber(value))
  return Object.fromEntries(entries) as Partial<Values>
}

/** The kept values over the form's first ones: only fields that the form still has, of the kind that it expects. */
export function restore<Values extends object>(first: Values, kept: unknown): Values {
  if (typeof kept !== 'object' || kept === null) return first
  const fitting = Object.entries(kept).filter(([name, value]) => name in first && isAlike(first[name as keyof Values], value))
  return { ...first, ...Object.fromEntries(fitting) }
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

// 15 digits is the old identity number; phone numbers are shorter, credit codes hold letters.
function holdsLongNumber(value: unknown): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  return /\d{15}/.test(text.normalize('NFKC').replace(/(\d)[\s-]+(?=\d)/g, '$1'))
}

function isAlike(first: unknown, kept: unknown): boolean {
  if (first === null || kept === null) return typeof kept !== 'undefined'
  return typeof first === typeof kept && Array.isArray(first) === Array.isArray(kept)
}
