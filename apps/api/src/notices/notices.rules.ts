/** Where words of a notice end: a list on a phone shows two lines. */
const mostLetters = 120

/** Digits as long as a mobile or ID number have no place in a notice, whatever brought them in. */
const personal = /\d{11,}/

/**
 * Checks the words of a notice before it is stored: short, and nothing that looks like somebody's number.
 * @throws Error naming the parameter; a caller that does so has a defect
 */
export function checkedParameters(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (personal.test(value)) throw new Error(`the parameter "${name}" of a notice holds a number of somebody`)
      return [name, shortened(value, mostLetters)]
    }),
  )
}

/** At most `most` characters, the last being … when something was cut off; no character is cut in half. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
