/** Where words of a notice end: a list on a phone shows two lines. */
const mostLetters = 120

/** Digits as long as a mobile or ID number have no place in a notice, whoever typed them into a title or a reason. */
const personal = /\d{11,}[\dXx]?/g

/** The words of a notice as they are stored: short, and without what looks like somebody's number. */
export function impersonal(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, shortened(value.replace(personal, '（号码略）'), mostLetters)]))
}

/** At most `most` characters, the last being … when something was cut off; no character is cut in half. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
