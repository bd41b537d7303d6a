import type { Candidate } from '@dangqun/contracts/activities/check-in/schemas'

/** What is known of the people of one activity, with what was just found; the newer knowledge counts. */
export function withFound(known: readonly Candidate[], found: readonly Candidate[]): Candidate[] {
  const isNewer = new Set(found.map(({ signUpId }) => signUpId))
  return [...known.filter(({ signUpId }) => !isNewer.has(signUpId)), ...found]
}

/** Those among them whom the server would find too: by the number, or by part of the name; in the order of their numbers. */
export function findKnown(known: readonly Candidate[], q: string): Candidate[] {
  const part = q.toLowerCase()
  return known.filter(({ number, name }) => String(number) === q || (name?.toLowerCase().includes(part) ?? false)).sort((one, other) => one.number - other.number)
}
