import type { EntityManager } from 'typeorm'
import type { ActOnTransfer } from '@dangqun/contracts/transfer/schemas'
import type { TransferAction } from '@dangqun/contracts/transfer/vocabulary'
import type { Clients } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'
import { TransferHouse } from '../app/testing/transfer-house.js'
import { TransferTwinService } from './transfer-twin.service.js'
import type { TwinBody } from './transfer-twin.rules.js'

let house: TransferHouse
let there: Awaited<ReturnType<TransferHouse['otherCentre']>>
beforeAll(async () => {
  house = await TransferHouse.open()
  there = await house.otherCentre()
})
afterAll(() => house.close())
beforeEach(() => house.reset())

const [here, away] = [{ center: 'shangbai' }, { center: 'yunhai' }]
const letter = { number: '皖0007001', issuedOn: '2026-12-01', validDays: 30 }

async function until<T>(look: () => Promise<T | null | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A case of the member's whose letter is out: here as the origin keeps it, and in the queue of the committee that it goes to. */
async function issuedCase() {
  const { member, desk, secretary, officer, branch } = house
  const form = house.form({ originBranchId: branch.id, receivingCommitteeName: there.committee.full_name, receivingCommitteeCode: there.committee.code })
  const { id } = await member.transfer.create({ params: here, body: { direction: 'out', kind: 'cross_province_paper', consent: { source: 'phone', version: '2026-11' }, form } })
  const step = (who: Clients, action: TransferAction, body: ActOnTransfer = {}) => who.transfer.act({ params: { ...here, id, action }, body })
  await step(member, 'submit')
  await step(desk, 'precheck')
  await step(secretary, 'endorse')
  const issued = await step(officer, 'issue', { letter })
  const theirs = await until(async () => (await there.officer.transfer.list({ params: away, query: { view: 'waiting' } })).items[0])
  return { id, issued, theirs }
}

/** By what messages call the case that both keep. */
async function keyOf(id: string): Promise<string> {
  const { rows } = await house.owner.query<{ key: string }>('select transfer_key as key from transfers where id = $1', [id])
  return rows[0]?.key ?? ''
}

test('two centres each keep their record, and the office that acts makes the transition', async () => {
  const { member, officer, branch } = house
  const { id, issued, theirs } = await issuedCase()
  // The other centre acts on its own record; the origin's officer does not act for it.
  expect(issued.allowedActions).toEqual(['reissue', 'void', 'reveal', 'update-archive', 'print-letter', 'print-slip'])
  expect(theirs).toMatchObject({ direction: 'in', state: 'issued', otherSide: house.committee.full_name })
  const answer = (action: TransferAction, body: ActOnTransfer = {}) => there.officer.transfer.act({ params: { ...away, id: theirs.id, action }, body })
  await answer('receive')
  await expect(answer('accept', { branchId: branch.id })).rejects.toMatchObject({ code: 'request.invalid', fields: { branchId: '这个支部不属于接收党委，请重新选择' } })
  await answer('accept', { branchId: there.branch.id })
  await until(async () => (await officer.transfer.get({ params: { ...here, id } })).state === 'accepted')
  // Handed to a branch, it is that branch's secretary who places the member.
  await expect(answer('assign', { branchId: there.branch.id })).rejects.toMatchObject({ status: 403, code: 'transfer.notYours' })
  expect((await there.secretary.transfer.list({ params: away, query: { view: 'waiting' } })).items.map(({ id: waiting }) => waiting)).toEqual([theirs.id])
  await there.secretary.transfer.act({ params: { ...away, id: theirs.id, action: 'assign' }, body: { branchId: there.branch.id } })
  await answer('file-receipt', { receiptOn: '2026-12-01' })
  await answer('close', { reference: '皖0007001' })
  const closed = await until(async () => {
    const seen = await member.transfer.get({ params: { ...here, id } })
    return seen.state === 'closed' ? seen : null
  })
  expect(closed.history.map(({ action }) => action)).toEqual(['create', 'submit', 'precheck', 'endorse', 'issue', 'receive', 'accept', 'assign', 'file-receipt', 'close'])
  expect(closed.duties).toMatchObject({ assignedTo: there.branch.full_name, reference: '皖0007001' })
})

const body: TwinBody = {
  step: 1, action: 'issue', state: 'issued', kind: 'cross_province_paper', heldFrom: null, by: '莲花社区党委', office: 'origin_committee', reason: null, comment: null, letter: { issuer: '莲花社区党委', ...letter, validUntil: '2026-12-31' },
  form: null, memberAccountId: null, consent: { source: 'phone', version: '2026-11', at: '2026-12-01T10:00:00+08:00' }, acceptedAt: null, assignedTo: null, assignedAt: null, receiptFiledOn: null, reference: null, archiveMissing: [],
}

/** Units that break once, at the n-th transaction: before it commits, or right after. */
function breaking(units: Units, at: number, moment: 'before' | 'after'): Units {
  let count = 0
  const runAt = async <T>(centerId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> => {
    const breaks = ++count === at
    const result = await units.runAt(centerId, async (manager) => {
      const done = await work(manager)
      if (breaks && moment === 'before') throw new Error('crash')
      return done
    })
    if (breaks) throw new Error('crash')
    return result
  }
  return Object.assign(Object.create(units) as Units, { runAt })
}

/** The carrier, and one that crashes in a part of its work. */
function carriers(at: number, moment: 'before' | 'after') {
  const twins = house.app.get(TransferTwinService)
  return { twins, broken: Object.create(twins, { units: { value: breaking(house.app.get(Units), at, moment) } }) as TransferTwinService }
}

const crashes = [1, 2, 3].flatMap((at) => (['before', 'after'] as const).map((moment) => [at, moment] as const))

test.each(crashes)('a crash in part %d, %s its commit: nothing is lost and nothing doubled', async (at, moment) => {
  const transferKey = crypto.randomUUID()
  const first = await house.message(transferKey, { ...body, form: house.form({ receivingCommitteeCode: there.committee.code }) })
  const second = await house.message(transferKey, { ...body, step: 2, action: 'void', state: 'voided', letter: null })
  const { twins, broken } = carriers(at, moment)
  // Out of order, twice, and with a crash in the middle.
  await expect(twins.deliver(house.centers.here, second)).rejects.toThrow(/before the one/)
  await expect(broken.deliver(house.centers.here, first)).rejects.toThrow('crash')
  for (const id of [first, first, second, second]) await twins.deliver(house.centers.here, id)
  const { rows } = await house.owner.query<{ state: string; step: number; steps: number }>(
    'select t.state, t.step, (select count(*)::int from transfer_steps s where s.transfer_id = t.id) as steps from transfers t where t.transfer_key = $1', [transferKey],
  )
  expect(rows).toEqual([{ state: 'voided', step: 2, steps: 2 }])
})

test('the whole way, every message crashing in every part before and after its commit: both ends tell the same, each step once', async () => {
  let crashed = 0
  const { deliver } = TransferTwinService.prototype
  TransferTwinService.prototype.deliver = async (from, message) => {
    for (const [at, moment] of crashes) {
      const { broken } = carriers(at, moment)
      await expect(deliver.call(broken, from, message)).rejects.toThrow('crash')
      crashed += 1
    }
    await deliver.call(house.app.get(TransferTwinService), from, message)
  }
  const { id, theirs } = await issuedCase()
  const [origin, receiver] = [{ ...here, id }, { ...away, id: theirs.id }]
  const arrived = async (action: TransferAction) => until(async () => {
    const [one, other] = [await house.officer.transfer.get({ params: origin }), await there.officer.transfer.get({ params: receiver })]
    return [one, other].every(({ history }) => history.at(-1)?.action === action) || null
  })
  const answer = async (action: TransferAction, body: ActOnTransfer = {}, who: Clients = there.officer) => {
    await who.transfer.act({ params: who === house.officer ? { ...origin, action } : { ...receiver, action }, body })
    await arrived(action)
  }
  await answer('receive')
  await answer('request-archive')
  await answer('request-supplement', { missingItems: ['入党志愿书'] })
  await answer('supplement', {}, house.officer)
  await answer('accept', { branchId: there.branch.id })
  await answer('assign', { branchId: there.branch.id }, there.secretary)
  await answer('file-receipt', { receiptOn: '2026-12-01' })
  await answer('close', { reference: letter.number })
  const transferKey = await keyOf(id)
  const told = await until(async () => {
    const { rows: [row] } = await house.owner.query<{ told: number; taken: number; undelivered: number }>(
      `select count(*)::int as told, count(*) filter (where delivered_at is null)::int as undelivered, (select count(*)::int from transfer_messages_taken) as taken from transfer_messages where transfer_key = $1`, [transferKey],
    )
    return row?.undelivered === 0 ? row : null
  })
  TransferTwinService.prototype.deliver = deliver
  const way = ['issue', 'receive', 'request-archive', 'request-supplement', 'supplement', 'accept', 'assign', 'file-receipt', 'close']
  const [one, other] = [await house.officer.transfer.get({ params: origin }), await there.officer.transfer.get({ params: receiver })]
  expect(one.history.map(({ action }) => action)).toEqual(['create', 'submit', 'precheck', 'endorse', ...way])
  expect(other.history.map(({ action }) => action)).toEqual(way)
  expect([one, other]).toMatchObject([{ state: 'closed', duties: { reference: letter.number } }, { state: 'closed', duties: { reference: letter.number } }])
  expect([told.told, told.taken]).toEqual([way.length, way.length])
  expect(crashed).toBeGreaterThanOrEqual(way.length * crashes.length)
  const { rows: mirrored } = await house.owner.query<{ mirrored: number }>(`select count(*)::int as mirrored from audit_facts where fact = 'transfer.mirrored'`)
  expect(mirrored).toEqual([{ mirrored: way.length }])
})

test('a letter that the origin voids is void at the other end, with the slip that names it', async () => {
  const { id, theirs } = await issuedCase()
  const receiver = { ...away, id: theirs.id }
  const { code } = await house.member.transferPapers.issueSlip({ params: receiver, body: {} })
  await house.officer.transfer.act({ params: { ...here, id, action: 'void' }, body: { reason: 'R03', comment: '本人不再转出' } })
  const seen = await until(async () => { const found = await there.officer.transfer.get({ params: receiver }); return found.state === 'voided' ? found : null })
  expect(seen).toMatchObject({ letterValidUntil: null, letters: [{ number: letter.number, isVoid: true }] })
  const { rows } = await house.owner.query('select 1 from transfer_slips where transfer_id = $1 and replaced_at is null', [theirs.id])
  expect(rows).toEqual([])
  expect(await house.anonymous.transferPapers.checkSlip({ params: { code } })).toMatchObject({ state: 'voided' })
})

describe('the consent withdrawn at one end', () => {
  const withdrawal: TwinBody = { ...body, action: 'withdraw-consent', letter: null, office: 'member', by: null }

  /** What both ends tell of it, one row a centre. */
  async function ends(transferKey: string): Promise<{ isRestricted: boolean; withdrawals: number; facts: number; told: number; undelivered: number }[]> {
    const { rows } = await house.owner.query<{ isRestricted: boolean; withdrawals: number; facts: number; told: number; undelivered: number }>(
      `select t.restricted_at is not null as "isRestricted",
         (select count(*)::int from transfer_steps s where s.transfer_id = t.id and s.action = 'withdraw-consent') as withdrawals,
         (select count(*)::int from audit_facts a where a.subject_id = t.id and a.fact = 'transfer.consentWithdrawn') as facts,
         (select count(*)::int from transfer_messages m where m.center_id = t.center_id and m.transfer_key = t.transfer_key) as told,
         (select count(*)::int from transfer_messages m where m.center_id = t.center_id and m.transfer_key = t.transfer_key and m.delivered_at is null) as undelivered
       from transfers t where t.transfer_key = $1 order by t.center_id = $2 desc`,
      [transferKey, house.centers.here],
    )
    return rows
  }

  test.each(crashes)('is carried over once, whatever crashes in part %d, %s its commit', async (at, moment) => {
    const transferKey = await keyOf((await issuedCase()).id)
    const message = await house.message(transferKey, withdrawal)
    const { twins, broken } = carriers(at, moment)
    await expect(broken.deliver(house.centers.here, message)).rejects.toThrow('crash')
    // Again, by several workers at once; what was mirrored is not told back.
    await Promise.all([1, 2, 3, 4].map(() => twins.deliver(house.centers.here, message)))
    await twins.deliver(house.centers.here, message)
    const [origin, receiver] = await ends(transferKey)
    expect(receiver).toEqual({ isRestricted: true, withdrawals: 1, facts: 1, told: 0, undelivered: 0 })
    expect(origin).toMatchObject({ told: 2, undelivered: 0 })
  })

  test('waits for the message that opens the case, and is not lost by coming early', async () => {
    const transferKey = crypto.randomUUID()
    const twins = house.app.get(TransferTwinService)
    const opening = await house.message(transferKey, { ...body, form: house.form({ receivingCommitteeCode: there.committee.code }) })
    const early = await house.message(transferKey, withdrawal)
    await expect(twins.deliver(house.centers.here, early)).rejects.toThrow(/before the one/)
    for (const id of [opening, early]) await twins.deliver(house.centers.here, id)
    expect(await ends(transferKey)).toEqual([{ isRestricted: true, withdrawals: 1, facts: 1, told: 0, undelivered: 0 }])
  })

  test.each(['origin', 'receiver'] as const)('at the %s: the other end shows number, dates and committees only, and the case goes on', async (end) => {
    const { id, theirs } = await issuedCase()
    const transferKey = await keyOf(id)
    const [origin, receiver] = [{ ...here, id }, { ...away, id: theirs.id }]
    await house.member.transfer.withdrawConsent({ params: end === 'origin' ? origin : receiver, body: {} })
    const read = () => (end === 'origin' ? there.officer.transfer.get({ params: receiver }) : house.officer.transfer.get({ params: origin }))
    const seen = await until(async () => { const found = await read(); return found.isRestricted ? found : null })
    expect(seen).toMatchObject({ state: 'issued', memberName: '已撤回同意', form: { name: null, idNumber: null, phone: null }, letters: [{ number: letter.number, isVoid: false }] })
    await until(async () => (await ends(transferKey)).every(({ undelivered }) => undelivered === 0) || null)
    expect((await ends(transferKey)).map(({ withdrawals, facts }) => [withdrawals, facts])).toEqual([[1, 1], [1, 1]])
    await there.officer.transfer.act({ params: { ...receiver, action: 'receive' }, body: {} })
    await until(async () => (await house.officer.transfer.get({ params: origin })).state === 'receiving' || null)
  })

  test('at both ends at once: each keeps one line of it', async () => {
    const { id, theirs } = await issuedCase()
    const transferKey = await keyOf(id)
    await Promise.all([{ ...here, id }, { ...away, id: theirs.id }].map((params) => house.member.transfer.withdrawConsent({ params, body: {} })))
    await until(async () => (await ends(transferKey)).every(({ undelivered }) => undelivered === 0) || null)
    expect((await ends(transferKey)).map(({ withdrawals, facts }) => [withdrawals, facts])).toEqual([[1, 1], [1, 1]])
  })
})
