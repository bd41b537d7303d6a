import type { TransferAction } from '@dangqun/contracts/transfer/vocabulary'
import type { ActOnTransfer } from '@dangqun/contracts/transfer/schemas'
import type { Clients } from '../app/testing/test-house.js'
import { TransferHouse } from '../app/testing/transfer-house.js'

let house: TransferHouse
beforeAll(async () => void (house = await TransferHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.reset())

const at = { center: 'shangbai' }
const letter = { number: '皖0001001', issuedOn: '2026-12-01', validDays: 30 }
const consent = { source: 'phone', version: '2026-11' } as const
const refusal = (code: string, status: number) => expect.objectContaining({ code, status })

test('from the phone to the closed case, on paper to a committee outside', async () => {
  const { member, desk, secretary, officer, branch } = house
  const draft = await member.transfer.create({ params: at, body: { direction: 'out', kind: 'cross_province_paper', consent, form: house.form({ originBranchId: branch.id }) } })
  expect(draft).toMatchObject({ state: 'draft', isMine: true, findings: [], allowedActions: ['submit', 'withdraw', 'update', 'reveal'] })
  expect(draft.form).toMatchObject({ originCommitteeName: house.committee.full_name, idNumber: expect.stringMatching(/^.{3,6}\*+.{2,4}$/) as string })
  const step = (who: Clients, action: TransferAction, body: ActOnTransfer = {}) => who.transfer.act({ params: { ...at, id: draft.id, action }, body })
  expect(await step(member, 'submit')).toMatchObject({ state: 'submitted', holder: { office: 'center' }, dueAt: '2026-12-02T23:59:59.000+08:00', daysLeft: 1 })
  expect(await step(desk, 'precheck')).toMatchObject({ state: 'prechecked', holder: { office: 'origin_branch', name: house.branch.full_name } })
  expect(await step(secretary, 'endorse')).toMatchObject({ state: 'endorsed', holder: { office: 'origin_committee' } })
  const issued = await step(officer, 'issue', { letter })
  expect(issued).toMatchObject({ state: 'issued', letters: [{ number: letter.number, validUntil: '2026-12-31', isVoid: false }] })
  // Nobody of the receiver is here: the origin's officer records its acts from the paper.
  await step(officer, 'receive')
  await step(officer, 'accept')
  await step(officer, 'assign', { branchName: '张江第三联合党支部' })
  await expect(step(officer, 'close', { reference: '回执 2026-12-20 皖0001001' })).rejects.toEqual(refusal('transfer.dutiesOpen', 409))
  await step(officer, 'file-receipt', { receiptOn: '2026-12-20' })
  expect(await step(officer, 'close', { reference: '回执 2026-12-20 皖0001001' })).toMatchObject({ state: 'closed', holder: null, ahead: [] })
  const seen = await member.transfer.get({ params: { ...at, id: draft.id } })
  expect(seen.history.map(({ action }) => action)).toEqual(['create', 'submit', 'precheck', 'endorse', 'issue', 'receive', 'accept', 'assign', 'file-receipt', 'close'])
  expect(await house.factsOf(draft.id)).toHaveLength(10)
  expect((await member.notices.countUnread({ params: at })).unread).toBeGreaterThanOrEqual(8)
})

test('within one committee there is no letter', async () => {
  const { member, desk, secretary, officer, branch, sister, sisterSecretary } = house
  const { id } = await member.transfer.create({ params: at, body: { direction: 'internal', kind: 'internal', consent, form: house.form({ originBranchId: branch.id, receivingBranchId: sister.id }) } })
  const step = (who: Clients, action: TransferAction, body: ActOnTransfer = {}) => who.transfer.act({ params: { ...at, id, action }, body })
  await step(member, 'submit')
  await step(desk, 'precheck')
  await step(secretary, 'endorse')
  await expect(step(officer, 'issue', { letter })).rejects.toEqual(refusal('transfer.wrongState', 409))
  expect(await step(officer, 'accept')).toMatchObject({ state: 'accepted', holder: { office: 'receiving_branch', name: sister.full_name } })
  await step(sisterSecretary, 'assign', { branchId: sister.id })
  expect(await step(officer, 'close', { reference: '莲党通〔2026〕8号' })).toMatchObject({ state: 'closed' })
})

test('coming in: registered, agreed by branch and committee, then received with its letter', async () => {
  const { member, secretary, officer, branch } = house
  const { id } = await member.transfer.register({ params: at, body: { direction: 'in', kind: 'cross_province_paper', consent, form: { ...house.form({}), originCommitteeName: '南京市某街道党工委', receivingBranchId: branch.id } } })
  const step = (who: Clients, action: TransferAction, body: ActOnTransfer = {}) => who.transfer.act({ params: { ...at, id, action }, body })
  await expect(step(officer, 'place')).rejects.toEqual(refusal('transfer.wrongState', 409))
  await step(secretary, 'endorse')
  expect(await step(officer, 'place')).toMatchObject({ state: 'placed' })
  await expect(step(officer, 'receive')).rejects.toEqual(refusal('request.invalid', 400))
  await step(officer, 'receive', { incomingLetter: { number: '苏0009', issuedOn: '2026-11-20', validDays: 30, originCommitteeName: '南京市某街道党工委' } })
  await step(officer, 'accept')
  await step(secretary, 'assign', { branchId: branch.id })
  await step(officer, 'file-receipt', { receiptOn: '2026-12-01' })
  expect(await step(officer, 'close', { reference: '苏0009' })).toMatchObject({ state: 'closed', direction: 'in' })
})

test('what would be sent back is told before, and keeps the case from being submitted', async () => {
  const { member, branch } = house
  const created = await member.transfer.create({ params: at, body: { direction: 'out', kind: 'cross_province_paper', consent, form: house.form({ originBranchId: branch.id, title: '合肥市蜀山区党办' }) } })
  expect(created.findings).toEqual([expect.objectContaining({ reason: 'R01', suggestion: '合肥市蜀山区委组织部' })])
  expect(created.allowedActions).not.toContain('submit')
  await expect(member.transfer.act({ params: { ...at, id: created.id, action: 'submit' }, body: {} })).rejects.toEqual(refusal('transfer.incomplete', 409))
  const mended = await member.transfer.update({ params: { ...at, id: created.id }, body: { form: { title: '中共合肥市蜀山区委组织部' }, version: created.version } })
  expect(mended.allowedActions).toContain('submit')
})

test('a restricted case stores nothing of anybody', async () => {
  const before = await house.counts()
  expect(await house.member.transfer.restricted({ params: at, body: {} })).toMatchObject({ address: expect.any(String) as string })
  await expect(house.member.transfer.create({ params: at, body: { direction: 'out', kind: 'restricted_paper', consent, form: {} } })).rejects.toEqual(refusal('transfer.restricted', 409))
  expect(await house.counts()).toEqual(before)
  const facts = await house.owner.query(`select account_id from audit_facts where fact = 'transfer.restrictedAsked'`)
  expect(facts.rows).toEqual([{ account_id: null }])
})

test('whoever sits in no office of a case does not learn that it exists', async () => {
  const row = await house.stored('submitted')
  for (const [who, clients] of Object.entries(await house.strangers())) {
    await expect(clients.transfer.get({ params: { ...at, id: row.id } })).rejects.toEqual(refusal('transfer.notFound', 404))
    await expect(clients.transfer.act({ params: { ...at, id: row.id, action: 'precheck' }, body: {} })).rejects.toEqual(refusal('transfer.notFound', 404))
    for (const view of ['mine', 'waiting', 'overdue', 'others', 'ended'] as const) expect([who, view, (await clients.transfer.list({ params: at, query: { view } })).items]).toEqual([who, view, []])
  }
})

test('a refusal needs a reason and another person', async () => {
  const row = await house.stored('endorsed')
  const step = (who: Clients, action: TransferAction, body: ActOnTransfer = {}) => who.transfer.act({ params: { ...at, id: row.id, action }, body })
  await expect(step(house.officer, 'refuse')).rejects.toEqual(refusal('request.invalid', 400))
  const pending = await step(house.officer, 'refuse', { reason: 'R05', comment: '转正材料待核' })
  expect(pending.allowedActions).toEqual(['reveal', 'update-archive', 'print-slip'])
  await expect(step(house.officer, 'confirm-refusal')).rejects.toEqual(refusal('transfer.samePerson', 409))
  expect(await step(house.colleague, 'overturn-refusal', { comment: '材料已核对' })).toMatchObject({ state: 'endorsed' })
  await step(house.officer, 'refuse', { reason: 'R05' })
  expect(await step(house.colleague, 'confirm-refusal')).toMatchObject({ state: 'refused', allowedActions: ['reveal'] })
})

test('a number is never used again, not even a void one’s', async () => {
  const [one, other] = [await house.stored('endorsed'), await house.stored('endorsed')]
  const issue = (id: string, number: string) => house.officer.transfer.act({ params: { ...at, id, action: 'issue' }, body: { letter: { ...letter, number } } })
  await issue(one.id, '皖0002001')
  await expect(issue(other.id, '皖0002001')).rejects.toEqual(refusal('transfer.letterNumberUsed', 409))
  const reissued = await house.officer.transfer.act({ params: { ...at, id: one.id, action: 'reissue' }, body: { reissueCause: 'lost', letter: { ...letter, number: '皖0002002' } } })
  expect(reissued.letters).toEqual([expect.objectContaining({ number: '皖0002001', isVoid: true }), expect.objectContaining({ number: '皖0002002', replaces: '皖0002001', isVoid: false })])
  await expect(issue(other.id, '皖0002001')).rejects.toEqual(refusal('transfer.letterNumberUsed', 409))
})

test('one open transfer a member; an intake does not count', async () => {
  const form = house.form({ originBranchId: house.branch.id })
  const open = async () => (await house.member.transfer.create({ params: at, body: { direction: 'out', kind: 'cross_province_paper', consent, form } })).id
  const [first, second] = [await open(), await open()]
  await house.member.transfer.act({ params: { ...at, id: first, action: 'submit' }, body: {} })
  await expect(house.member.transfer.act({ params: { ...at, id: second, action: 'submit' }, body: {} })).rejects.toEqual(refusal('transfer.alreadyOpen', 409))
  await house.member.transfer.act({ params: { ...at, id: first, action: 'withdraw' }, body: {} })
  await house.member.transfer.act({ params: { ...at, id: second, action: 'submit' }, body: {} })
})

test('a letter runs out a second after 23:59:59 of its last day, read before any job has run', async () => {
  const row = await house.stored('issued', { letter_valid_until: '2026-12-20', due_at: new Date('2026-12-20T23:59:59+08:00') })
  house.clock.set(new Date('2026-12-20T23:59:59+08:00'))
  expect(await house.officer.transfer.get({ params: { ...at, id: row.id } })).toMatchObject({ state: 'issued', daysLeft: 0, isOverdue: false })
  house.clock.set(new Date('2026-12-21T00:00:00+08:00'))
  expect(await house.officer.transfer.get({ params: { ...at, id: row.id } })).toMatchObject({ state: 'expired' })
  expect((await house.officer.transfer.get({ params: { ...at, id: row.id } })).history.at(-1)).toMatchObject({ action: 'expire', office: null, by: null })
})

test('another branch has not agreed yet, and a case of no branch of ours is not submitted', async () => {
  const { member, secretary, officer, branch, sister } = house
  const { id } = await member.transfer.register({ params: at, body: { direction: 'in', kind: 'in_province', consent, form: { ...house.form({}), originCommitteeName: '南京市某街道党工委', receivingBranchId: branch.id } } })
  await secretary.transfer.act({ params: { ...at, id, action: 'endorse' }, body: {} })
  expect(await member.transfer.update({ params: { ...at, id }, body: { form: { receivingBranchId: sister.id } } })).toMatchObject({ holder: { office: 'receiving_branch', name: sister.full_name } })
  await expect(officer.transfer.act({ params: { ...at, id, action: 'place' }, body: {} })).rejects.toEqual(refusal('transfer.wrongState', 409))
  const typed = await member.transfer.create({ params: at, body: { direction: 'out', kind: 'in_province', consent, form: house.form({ originBranchName: '自己写的支部' }) } })
  expect(typed.findings).toEqual([expect.objectContaining({ level: 'stop', field: 'originBranchId' })])
})

test('a state changes with its line in the history, or not at all, whoever writes it', async () => {
  const row = await house.stored('submitted')
  await expect(house.owner.query(`update transfers set state = 'closed', reference = 'x', assigned_at = now(), accepted_at = now() where id = $1`, [row.id])).rejects.toThrow(/transfers_state_with_step|without a step/)
  expect(await house.rowOf(row.id)).toMatchObject({ state: 'submitted' })
})

test('nothing of a member stands in plain text in the database', async () => {
  const form = house.form({ originBranchId: house.branch.id, name: '欧阳小禾', destination: '上海禾川科技有限公司' })
  const { id } = await house.member.transfer.create({ params: at, body: { direction: 'out', kind: 'cross_province_paper', consent, form } })
  const { rows } = await house.owner.query<{ text: string }>('select to_jsonb(t)::text as text from transfers t where id = $1', [id])
  for (const secret of ['欧阳小禾', form.idNumber ?? '', '上海禾川科技有限公司', form.phone ?? '']) expect(rows[0]?.text).not.toContain(secret)
})

test('the desk opens a case for somebody without a phone from a signed paper, and registers one who comes in', async () => {
  const { desk, member, officer, branch } = house
  const paper = { source: 'signed_paper', version: '2026-12', signedOn: '2026-11-30' } as const
  const { id: memberId } = await house.rollMember({ branch_id: branch.id })
  const out = await desk.transfer.create({ params: at, body: { direction: 'out', kind: 'in_province', consent: paper, memberId, form: { cause: 'employment' } } })
  expect(out).toMatchObject({ isMine: false, consent: { source: 'signed_paper', on: '2026-11-30' }, form: { originBranchId: branch.id, name: expect.any(String) as string } })
  const form = { ...house.form({}), originCommitteeName: '南京市某街道党工委', receivingBranchId: branch.id }
  const registered = await desk.transfer.register({ params: at, body: { direction: 'in', kind: 'in_province', consent: paper, isAtDesk: true, form } })
  expect(registered).toMatchObject({ state: 'intake', isMine: false, holder: { office: 'receiving_branch' } })
  expect(await desk.transfer.register({ params: at, body: { direction: 'in', kind: 'in_province', consent: paper, isAtDesk: true, form } })).not.toMatchObject({ id: registered.id })
  // Without a date nothing opens, nor by somebody who does not serve the centre, nor a draft of nobody.
  await expect(desk.transfer.register({ params: at, body: { direction: 'in', kind: 'in_province', consent: { source: 'signed_paper', version: '2026-12' }, isAtDesk: true, form } })).rejects.toEqual(refusal('transfer.consentNeeded', 409))
  await expect(officer.transfer.register({ params: at, body: { direction: 'in', kind: 'in_province', consent: paper, isAtDesk: true, form } })).rejects.toEqual(refusal('transfer.consentNeeded', 409))
  await expect(desk.transfer.create({ params: at, body: { direction: 'out', kind: 'in_province', consent: paper, isAtDesk: true, form } })).rejects.toEqual(refusal('request.invalid', 400))
  expect((await member.transfer.list({ params: at, query: { view: 'mine' } })).items).toEqual([])
})

test('consent withdrawn after issue leaves number, dates and committees', async () => {
  const { member, desk, officer, committee } = house
  const early = await house.stored('endorsed')
  await expect(member.transfer.withdrawConsent({ params: { ...at, id: early.id }, body: {} })).rejects.toEqual(refusal('transfer.wrongState', 409))
  const row = await house.stored('endorsed')
  await officer.transfer.act({ params: { ...at, id: row.id, action: 'issue' }, body: { letter: { ...letter, number: '皖0007001' }, comment: '已当面交本人' } })
  await expect(officer.transfer.withdrawConsent({ params: { ...at, id: row.id }, body: {} })).rejects.toEqual(refusal('transfer.wrongState', 409))
  await member.transfer.withdrawConsent({ params: { ...at, id: row.id }, body: {} })
  const seen = await officer.transfer.get({ params: { ...at, id: row.id } })
  expect(seen).toMatchObject({ isRestricted: true, memberName: '已撤回同意', category: null, form: { name: null, idNumber: null, destination: null, originCommitteeName: committee.full_name }, letters: [{ number: '皖0007001' }] })
  expect(seen.history.map(({ comment }) => comment)).toEqual([null, null, null])
  expect(seen.allowedActions).toContain('reissue')
  expect(JSON.stringify(seen)).not.toContain(row.form.name)
  for (const who of [officer, desk]) {
    const listed = (await who.transfer.list({ params: at, query: { view: 'open' } })).items.find(({ id }) => id === row.id)
    expect(listed).toMatchObject({ memberName: '已撤回同意' })
  }
  await expect(officer.transfer.revealIdNumber({ params: { ...at, id: row.id }, body: {} })).rejects.toEqual(refusal('transfer.notYours', 403))
  await expect(desk.transfer.withdrawConsent({ params: { ...at, id: row.id }, body: {} })).rejects.toEqual(refusal('transfer.wrongState', 409))
})

test('停止党籍 stops a case before it is sent and before its letter', async () => {
  const { member, officer, branch } = house
  const row = await house.stored('endorsed')
  const { id } = await member.transfer.create({ params: at, body: { direction: 'out', kind: 'cross_province_paper', consent, form: house.form({ originBranchId: branch.id }) } })
  const roll = await house.rollMember({ branch_id: branch.id, flow: 'suspended', person_id: row.person_id })
  expect((await member.transfer.get({ params: { ...at, id } })).findings).toEqual([expect.objectContaining({ level: 'stop', reason: 'R03' })])
  await expect(member.transfer.act({ params: { ...at, id, action: 'submit' }, body: {} })).rejects.toEqual(refusal('transfer.incomplete', 409))
  await expect(officer.transfer.act({ params: { ...at, id: row.id, action: 'issue' }, body: { letter: { ...letter, number: '皖0007002' } } })).rejects.toEqual(refusal('transfer.incomplete', 409))
  await house.owner.query('delete from members where id = $1', [roll.id])
})

test('a probation that is over is decided by the origin, or its opinion is filed', async () => {
  const { member, secretary, desk, branch } = house
  const form = house.form({ originBranchId: branch.id, category: 'probationary', confirmedOn: null, probationEndsOn: '2026-11-01' })
  const { id, findings } = await member.transfer.create({ params: at, body: { direction: 'out', kind: 'in_province', consent, form } })
  expect(findings).toEqual([expect.objectContaining({ reason: 'R09', level: 'stop' })])
  await expect(member.transfer.fileOpinion({ params: { ...at, id }, body: { opinion: '想早点转' } })).rejects.toEqual(refusal('transfer.notYours', 403))
  const filed = await secretary.transfer.fileOpinion({ params: { ...at, id }, body: { opinion: '疫情期间未开支部大会，拟同意转正' } })
  expect(filed).toMatchObject({ findings: [], form: { probationOpinion: '疫情期间未开支部大会，拟同意转正' } })
  expect(await member.transfer.act({ params: { ...at, id, action: 'submit' }, body: {} })).toMatchObject({ state: 'submitted' })
  expect((await desk.transfer.get({ params: { ...at, id } })).allowedActions).toContain('file-opinion')
})

test('the right office in the wrong state is told the state and what can be done, as anybody else is told whose it is', async () => {
  const wrongState = (state: string, allowedActions: string[]) => expect.objectContaining({ code: 'transfer.wrongState', status: 409, details: { state, allowedActions: expect.arrayContaining(allowedActions) as string[] } })
  const [issued, draft] = [await house.stored('issued'), await house.stored('draft')]
  const opinion = { params: { ...at, id: issued.id }, body: { opinion: '拟同意转正' } }
  await expect(house.secretary.transfer.fileOpinion(opinion)).rejects.toEqual(wrongState('issued', ['update-archive']))
  await expect(house.inOffice('receiving_committee').transfer.fileOpinion(opinion)).rejects.toEqual(refusal('transfer.notYours', 403))
  const archive = { params: { ...at, id: draft.id }, body: { step: 'sent' as const } }
  await expect(house.desk.transfer.updateArchive(archive)).rejects.toEqual(wrongState('draft', ['update']))
  await expect(house.member.transfer.updateArchive(archive)).rejects.toEqual(refusal('transfer.notYours', 403))
})

test('a receipt tells of nothing before its letter was written, nor after its last day', async () => {
  const row = await house.stored('endorsed')
  const act = (action: TransferAction, body: ActOnTransfer) => house.officer.transfer.act({ params: { ...at, id: row.id, action }, body })
  // The receiver is outside: its receipt is all that tells of it.
  await house.owner.query('update transfers set receiving_committee_id = null, receiving_branch_id = null where id = $1', [row.id])
  await act('issue', { letter: { ...letter, number: `皖${row.id.slice(-8)}`, issuedOn: '2026-11-21', validDays: 10 } })
  house.clock.set(new Date('2026-12-02T00:00:30+08:00'))
  await expect(act('accept', { receiptOn: '2026-11-20' })).rejects.toMatchObject({ code: 'request.invalid', details: [{ path: 'receiptOn', message: '回执上的接收日期不能早于介绍信的开具日期' }] })
  await expect(act('accept', { receiptOn: '2026-12-02' })).rejects.toEqual(refusal('transfer.acceptedTooLate', 409))
  expect(await act('accept', { receiptOn: '2026-11-21' })).toMatchObject({ state: 'accepted' })
})
