const dangerous = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * Text that no spreadsheet takes for a formula, not even after it was saved as CSV: what begins like one
 * gets an apostrophe before it (OWASP, CSV injection).
 */
export function plainCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** Most characters that a header or footer of a sheet holds. */
const mostMargin = 255

/** Text in a header or footer, where `&` begins a command; cut to what fits beside `taken` other characters. */
export function marginText(text: string, taken = 0): string {
  let written = ''
  for (const letter of text.replace(/\s+/g, ' ')) {
    const next = letter === '&' ? '&&' : letter
    if (written.length + next.length > mostMargin - taken) break
    written += next
  }
  return written
}

/** The name of a sheet: 31 characters at most, without those that it may not hold. */
export function sheetName(text: string): string {
  return text.replace(/[\\/?*[\]:']/g, ' ').trim().slice(0, 31).trim() || '名单'
}
