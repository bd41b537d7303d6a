/** What is shown of personal data to people whose own it is not. */

/** `13800138000` → `138****8000`; anything shorter than 7 characters shows nothing. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** 18 characters of GB 11643: the first three and the last two stay, `340*************34`; other lengths show nothing. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length === 18 ? `${idNumber.slice(0, 3)}${'*'.repeat(13)}${idNumber.slice(-2)}` : '*'.repeat(18)
}

/** `欧阳小明` → `欧***`: the first character, counted as people see it. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name.trim()]
  return first === undefined ? '' : first + '*'.repeat(Math.max(rest.length, 1))
}
