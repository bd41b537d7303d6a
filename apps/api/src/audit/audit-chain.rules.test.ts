import { createHash } from 'node:crypto'
import { canonicalBytes, checkEnd, checkStretch, emptyHead, type ChainedFact, type SealedFact } from './audit-chain.rules.js'

const center = '01890000-0000-7000-8000-000000000001'
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const idOf = (n: number) => `01890000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`
const aFact = (n: number): ChainedFact => ({ id: idOf(n), micros: String(1_790_000_000_000_000 + n), accountId: null, fact: 'activities.created', subjectId: idOf(90), data: '{}' })

function chainOf(count: number): SealedFact[] {
  let hash = emptyHead.hash
  return Array.from({ length: count }, (_, index) => {
    const fact = aFact(index + 1)
    hash = sha256(Buffer.concat([hash, canonicalBytes(center, index + 1, fact)]))
    return { number: index + 1, factId: fact.id, hash, fact }
  })
}
const problemsOf = (chain: readonly SealedFact[]) => checkStretch(center, emptyHead, chain, sha256).problems

test('an untouched chain has no problem, whole or in stretches', () => {
  const chain = chainOf(6)
  const first = checkStretch(center, emptyHead, chain.slice(0, 3), sha256)
  expect(first.problems).toEqual([])
  expect(checkStretch(center, first.last, chain.slice(3), sha256)).toEqual({ problems: [], last: { number: 6, hash: chain[5]?.hash } })
})

test.each(['micros', 'accountId', 'fact', 'subjectId', 'data', 'id'] as const)('another %s is named, and what follows is not blamed', (field) => {
  const chain = chainOf(6)
  const changed = chain.map((seal) => (seal.number === 3 && seal.fact ? { ...seal, fact: { ...seal.fact, [field]: field === 'data' ? '{"a": 1}' : idOf(77) } } : seal))
  expect(problemsOf(changed)).toEqual([{ kind: 'changed', number: 3, factId: idOf(3) }])
})

test('a fact that is gone, a seal that is gone, two that changed places', () => {
  const chain = chainOf(6)
  expect(problemsOf(chain.map((seal) => (seal.number === 4 ? { ...seal, fact: null } : seal)))).toEqual([{ kind: 'factMissing', number: 4, factId: idOf(4) }])
  expect(problemsOf(chain.filter(({ number }) => number !== 2))).toEqual([{ kind: 'sealMissing', number: 2, factId: null }])
  const swapped = chain.map((seal) => ({ ...seal, ...(seal.number === 2 ? { factId: idOf(5), fact: aFact(5) } : seal.number === 5 ? { factId: idOf(2), fact: aFact(2) } : {}) }))
  expect(problemsOf(swapped).map(({ kind, number }) => [kind, number])).toEqual([['changed', 2], ['changed', 5]])
})

test('a chain without its end is found by what its own row tells', () => {
  const chain = chainOf(4)
  const [last, before] = [chain[3], chain[2]] as [SealedFact, SealedFact]
  expect(checkEnd(last, last)).toEqual([])
  expect(checkEnd(before, last)).toEqual([{ kind: 'cutOff', number: 3, factId: null }])
  expect(checkEnd(emptyHead, emptyHead)).toEqual([])
})
