import { TransferHouse } from '../app/testing/transfer-house.js'
import { TransferCaseService } from './transfer-case.service.js'
import type { PlainTransfer } from './transfer.factory.js'
import { TransferRow } from './transfer.entity.js'

let house: TransferHouse
beforeAll(async () => void (house = await TransferHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.reset())

const at = { center: 'shangbai' }

/** One officer sends a case back while a colleague issues its letter. Answers with what each was told: the state it made, or a code. */
function decide({ id }: PlainTransfer): Promise<string[]> {
  const told = (answer: Promise<{ state: string }>) => answer.then(({ state }) => state, (error: { code: string }) => error.code)
  return Promise.all([
    told(house.officer.transfer.act({ params: { ...at, id, action: 'return' }, body: { reason: 'R03' } })),
    told(house.colleague.transfer.act({ params: { ...at, id, action: 'issue' }, body: { letter: { number: `皖${id.slice(-12)}`, issuedOn: '2026-12-01', validDays: 30 } } })),
  ])
}

/** How many cases have so many lines of history, facts and letters, by their state. */
async function kept(): Promise<{ state: string; steps: number; facts: number; letters: number; cases: number }[]> {
  const { rows } = await house.owner.query<{ state: string; steps: number; facts: number; letters: number; cases: number }>(
    `select state, steps, facts, letters, count(*)::int as cases from (
       select t.state, (select count(*)::int from transfer_steps s where s.transfer_id = t.id) as steps, (select count(*)::int from transfer_letters l where l.transfer_id = t.id) as letters,
         (select count(*)::int from audit_facts a where a.subject_id = t.id and a.fact = 'transfer.moved') as facts from transfers t) each
     group by state, steps, facts, letters order by state`,
  )
  return rows
}

test('two officers who decide opposite things at once, 1,000 times: one transition, one line, one fact', async () => {
  const rows = await house.manyStored(1000, 'endorsed')
  const answers: string[][] = []
  for (let from = 0; from < rows.length; from += 25) answers.push(...(await Promise.all(rows.slice(from, from + 25).map(decide))))
  const returned = answers.filter(([one, other]) => one === 'returned' && other === 'transfer.wrongState').length
  const issued = answers.filter(([one, other]) => one === 'transfer.wrongState' && other === 'issued').length
  expect(returned + issued).toBe(1000)
  // Either of them comes first at times: they do meet.
  expect(Math.min(returned, issued)).toBeGreaterThan(0)
  expect(await kept()).toEqual([{ state: 'issued', steps: 2, facts: 1, letters: 1, cases: issued }, { state: 'returned', steps: 2, facts: 1, letters: 0, cases: returned }])
}, 180_000)

/** Reads a case without locking it, and goes on once both have read: it lives here only, to show that the race is real. */
function withoutLock(): TransferCaseService['lock'] {
  const waiting = new Map<string, () => void>()
  return async ({ manager, centerId }, id) => {
    const row = await manager.findOneByOrFail(TransferRow, { centerId, id })
    const other = waiting.get(id)
    if (other) other()
    else await new Promise<void>((resolve) => waiting.set(id, resolve))
    return row
  }
}

describe('the unguarded twin', () => {
  const { lock } = TransferCaseService.prototype
  beforeEach(() => void (TransferCaseService.prototype.lock = withoutLock()))
  afterEach(() => void (TransferCaseService.prototype.lock = lock))

  test('without the lock both may decide, and the key of the history alone refuses the second', async () => {
    const answers = await Promise.all((await house.manyStored(2, 'endorsed')).map(decide))
    for (const told of answers) expect([...told].sort()).toEqual([expect.stringMatching(/^(issued|returned)$/), 'system.failed'])
  })

  test('without that key as well both stand', async () => {
    await house.owner.query('alter table transfer_steps drop constraint transfer_steps_pkey')
    const answers = await Promise.all((await house.manyStored(2, 'endorsed')).map(decide))
    expect(answers).toEqual([['returned', 'issued'], ['returned', 'issued']])
    for (const { steps, facts, letters } of await kept()) expect([steps, facts, letters]).toEqual([3, 2, 1])
  })
})
