import type { ChainProblemKind } from '@dangqun/contracts/audit/vocabulary'

/** A fact as its canonical bytes need it; `at` in microseconds since 1970, `data` as PostgreSQL writes it. */
export interface ChainedFact {
  readonly id: string
  readonly micros: string
  readonly accountId: string | null
  readonly fact: string
  readonly subjectId: string
  readonly data: string
}

/** A seal with the fact that it names; null: there is no such fact. */
export interface SealedFact {
  readonly number: number
  readonly factId: string
  readonly hash: Buffer
  readonly fact: ChainedFact | null
}

export interface ChainHead {
  readonly number: number
  readonly hash: Buffer
}

export interface ChainProblem {
  readonly kind: ChainProblemKind
  readonly number: number | null
  readonly factId: string | null
}

export type Digest = (bytes: Buffer) => Buffer

export const emptyHead: ChainHead = { number: 0, hash: Buffer.alloc(0) }

/** The bytes that a seal covers besides the hash before it: the same that `audit_canonical` makes in SQL, written a second time so that each checks the other. */
export function canonicalBytes(centerId: string, number: number, { id, micros, accountId, fact, subjectId, data }: ChainedFact): Buffer {
  return Buffer.from([centerId, number, id, micros, accountId ?? '-', fact, subjectId, data].join('\n'), 'utf8')
}

/**
 * Walks a stretch of seals from what stands before it. Behind a broken seal it goes on from what is stored there, so that
 * one change is named once and not again at every seal after it.
 * @param before the seal before the first of the stretch
 */
export function checkStretch(centerId: string, before: ChainHead, stretch: readonly SealedFact[], digest: Digest): { problems: ChainProblem[]; last: ChainHead } {
  const problems: ChainProblem[] = []
  let last = before
  for (const { number, factId, hash, fact } of stretch) {
    for (let missing = last.number + 1; missing < number; missing++) problems.push({ kind: 'sealMissing', number: missing, factId: null })
    const follows = number === last.number + 1
    if (fact === null) problems.push({ kind: 'factMissing', number, factId })
    // What follows a gap cannot be recomputed; the gap is named already.
    else if (follows && !digest(Buffer.concat([last.hash, canonicalBytes(centerId, number, fact)])).equals(hash)) problems.push({ kind: 'changed', number, factId })
    last = { number, hash }
  }
  return { problems, last }
}

/** Whether the last seal is the one that the chain's own row tells of. */
export function checkEnd(last: ChainHead, head: ChainHead): ChainProblem[] {
  if (last.number === head.number && last.hash.equals(head.hash)) return []
  return [{ kind: 'cutOff', number: Math.min(last.number, head.number), factId: null }]
}
