import { FinancingHouse } from '../app/testing/financing-house.js'

let desk: FinancingHouse
beforeAll(async () => {
  desk = await FinancingHouse.open(6)
})
afterAll(() => desk.close())
const params = { center: 'shangbai' }

test('from the need to the loan, and the other banks are through when it is met', async () => {
  const { owner, staff } = desk
  const one = desk.bank(0).officer
  const { id, referrals: [referral = '', other = ''] } = await desk.picked([0, 1])
  expect(await desk.demand(owner, id)).toMatchObject({ state: 'open', holder: 'bank', banks: 2, audience: 'picked' })
  expect(await desk.referral(one, referral)).toMatchObject({ state: 'offered', firmName: null, identity: null, outline: { amountFen: 50_000_000, industry: '52', ageBand: 'from_3', revenueBand: 'from_500' }, allowedActions: ['claim', 'decline'] })

  // Named by the firm: claiming leads straight on.
  expect(await desk.act(one, referral, 'claim')).toMatchObject({ state: 'consented' })
  expect(await desk.referral(one, referral)).toMatchObject({ identity: { firmName: desk.firm.name, contact: { phone: '13800138000' }, purposeText: '进年货' }, daysLeft: 1, product: { lprOn: '2026-11-20', honouredUntil: '2026-12-15' } })
  await desk.act(one, referral, 'contact', { materials: ['营业执照', '近一年纳税证明'] })
  await desk.act(owner, referral, 'deliver')
  await desk.act(one, referral, 'answer-materials', { answer: { gaps: ['近一年纳税证明'] } })
  expect(await desk.referral(owner, referral)).toMatchObject({ state: 'materials', holder: 'firm', materials: { state: 'gaps', gaps: ['近一年纳税证明'] }, allowedActions: expect.arrayContaining(['deliver', 'withdraw']) })
  // One list a delivery.
  await expect(desk.act(one, referral, 'answer-materials', { answer: { gaps: ['还有'] } })).rejects.toMatchObject({ code: 'financing.referralWrongState' })
  await desk.act(owner, referral, 'deliver')
  await desk.act(one, referral, 'answer-materials', { answer: { gaps: [] } })
  expect(await desk.referral(one, referral)).toMatchObject({ state: 'due_diligence', holder: 'bank', materials: { state: 'complete', isAssumed: false } })
  await expect(desk.act(one, referral, 'grant', { grant: { ...desk.grant, allInBp: 100 } })).rejects.toMatchObject({ code: 'request.invalid' })
  await desk.act(one, referral, 'grant', { grant: desk.grant })
  await desk.act(owner, referral, 'sign')
  expect(await desk.demand(owner, id)).toMatchObject({ holder: 'bank' })
  await desk.act(one, referral, 'report-drawdown', { drawdown: desk.drawdown })
  expect(await desk.demand(owner, id)).toMatchObject({ holder: 'firm', daysLeft: 5 })
  const reported = await desk.referral(owner, referral)
  expect(reported).toMatchObject({ state: 'disbursed', holder: 'firm', drawdowns: [{ state: 'reported', by: 'bank', allowedActions: ['confirm-drawdown', 'dispute-drawdown'] }] })
  expect((await desk.referral(one, referral)).drawdowns[0]?.allowedActions).toEqual([])
  await expect(desk.act(one, referral, 'close')).rejects.toMatchObject({ code: 'financing.drawdownOpen' })
  await desk.act(owner, referral, 'confirm-drawdown', { drawdownId: reported.drawdowns[0]?.id ?? '' })

  expect(await desk.demand(owner, id)).toMatchObject({ state: 'closed', closeReason: 'satisfied', disbursedFen: 50_000_000, holder: null })
  // Without a bank's name or an amount.
  expect(await desk.referral(desk.bank(1).officer, other)).toMatchObject({ state: 'closed', closeReason: 'satisfied', identity: null, firmName: null, grant: null, drawdowns: [] })
  await desk.act(one, referral, 'close')
  expect(await desk.demand(staff, id)).toMatchObject({ referrals: expect.arrayContaining([expect.objectContaining({ id: referral, state: 'closed' })]) })
})

test('a firm is not asked what its record knows, and cannot say otherwise', async () => {
  const { items, contact } = await desk.owner.financingDemands.listFirms({ params })
  expect(items).toMatchObject([{ id: desk.firm.id, kind: 'company', industry: 'F', foundedOn: '2022-03-10' }])
  // Given once, with the demand before.
  expect(contact).toEqual({ name: '林禾', phone: '13800138000' })
  const { id } = await desk.owner.financingDemands.create({ params, body: desk.body({ need: { ...desk.body().need, firmKind: 'individual', industry: 'J', foundedOn: '1999-01-01' } }) })
  const { need } = await desk.demand(desk.owner, id)
  expect(need).toMatchObject({ firmKind: 'company', industry: 'F', foundedOn: '2022-03-10' })
})

test('the contact is sealed, and no loan data is in the ledger, a notice or an idempotency key', async () => {
  const { id } = await desk.disbursed(2)
  const { contact } = await desk.house.one<{ contact: string }>('select contact from financing_demands where id = $1', [id])
  expect(contact).not.toContain('13800138000')
  for (const table of ['audit_facts', 'notices']) {
    const { rows } = await desk.house.owner.query<{ row: string }>(`select t::text as row from ${table} t`)
    for (const { row } of rows) expect(row).not.toMatch(/50000000|13800138000|林禾|进年货|credit/)
  }
  // What is kept under a key would be told again after a withdrawal.
  const { rows: replies } = await desk.house.owner.query<{ reply: string }>(`select reply from idempotency_keys where route like '%/financing/%'`)
  expect(replies.length).toBeGreaterThan(5)
  for (const { reply } of replies) expect(reply).not.toMatch(/13800138000|林禾|amountFen/)
})

test('a draft that was given up stays with its firm alone', async () => {
  const { owner, staff } = desk
  const before = await staff.financingDemands.count({ params })
  const { id } = await owner.financingDemands.create({ params, body: desk.body() })
  await desk.move(owner, id, 'withdraw')
  await expect(desk.demand(staff, id)).rejects.toMatchObject({ code: 'financing.demandNotFound' })
  expect((await staff.financingDemands.list({ params, query: { view: 'ended' } })).items.map((item) => item.id)).not.toContain(id)
  expect(await staff.financingDemands.count({ params })).toEqual(before)
  expect(await desk.demand(owner, id)).toMatchObject({ state: 'withdrawn' })
})

test('the centre returns with a word, the firm mends and hands in again', async () => {
  const { owner, staff } = desk
  const { id } = await owner.financingDemands.create({ params, body: desk.body() })
  // A draft is its firm's alone.
  await expect(desk.demand(staff, id)).rejects.toMatchObject({ code: 'financing.demandNotFound' })
  await desk.move(owner, id, 'submit')
  expect((await staff.financingDemands.list({ params, query: { view: 'waiting' } })).items).toEqual(expect.arrayContaining([expect.objectContaining({ id, holder: 'center', daysLeft: 1 })]))
  await expect(desk.move(staff, id, 'return')).rejects.toMatchObject({ code: 'request.invalid' })
  await desk.move(staff, id, 'return', { note: '金额请再核对' })
  const returned = await desk.demand(owner, id)
  expect(returned).toMatchObject({ state: 'draft', note: '金额请再核对', allowedActions: ['submit', 'withdraw', 'update'] })
  const { firmId: _, ...body } = desk.body({ need: { ...desk.body().need, amountFen: 40_000_000 } })
  await owner.financingDemands.update({ params: { ...params, id }, body: { ...body, version: returned.version } })
  await expect(owner.financingDemands.update({ params: { ...params, id }, body: { ...body, version: returned.version } })).rejects.toMatchObject({ code: 'request.changedMeanwhile' })
  await desk.move(owner, id, 'submit')
  expect(await desk.move(staff, id, 'verify')).toMatchObject({ state: 'matched' })
  expect(await owner.financingDemands.matches({ params: { ...params, id } })).toMatchObject({ isFrozen: false, algorithm: { version: 1, lprOn: '2026-11-20' }, items: expect.arrayContaining([expect.objectContaining({ outcome: 'fits' })]) })
})

test('strangers learn nothing: another firm, another bank, another centre', async () => {
  const { house } = desk
  const { id, referrals: [referral = ''] } = await desk.picked([3])
  const neighbour = await FinancingHouse.representative(house, await house.firm())
  const elsewhere = await house.staff(house.other)
  const worker = await house.signIn()
  for (const who of [neighbour, elsewhere, worker, desk.bank(4).officer]) {
    await expect(desk.referral(who, referral)).rejects.toMatchObject({ status: 404 })
    await expect(desk.act(who, referral, 'claim')).rejects.toMatchObject({ status: 404 })
    await expect(desk.demand(who, id)).rejects.toMatchObject({ status: 404 })
    await expect(desk.move(who, id, 'withdraw')).rejects.toMatchObject({ status: 404 })
  }
  // A bank at work on it does not see the demand either.
  await expect(desk.demand(desk.bank(3).officer, id)).rejects.toMatchObject({ status: 404 })
  expect((await desk.bank(4).officer.financingReferrals.list({ params, query: { view: 'open' } })).items.some((item) => item.id === referral)).toBe(false)
  await expect(neighbour.financingDemands.create({ params, body: desk.body() })).rejects.toMatchObject({ code: 'financing.firmNotFound' })
  await expect(worker.financingDemands.create({ params, body: desk.body() })).rejects.toMatchObject({ code: 'financing.noRepresentative' })
})

test('five banks at most, a place is free again when one is through, and the firm changes bank without losing one', async () => {
  const { owner } = desk
  const { id, referrals } = await desk.picked([0, 1, 2, 3, 4])
  await expect(desk.move(owner, id, 'open', desk.picks(5))).rejects.toMatchObject({ code: 'financing.tooManyBanks', details: { most: 5, left: 0 } })
  await desk.act(desk.bank(2).officer, referrals[2] ?? '', 'decline', { declineCode: 'amount' })
  await expect(desk.move(owner, id, 'open', desk.picks(2))).rejects.toMatchObject({ code: 'request.invalid' })
  await desk.move(owner, id, 'open', desk.picks(5))
  expect(await desk.demand(owner, id)).toMatchObject({ banks: 5 })
})

test('what the firm did not let the bank tell, the centre does not see', async () => {
  const id = await desk.matched()
  await desk.move(desk.owner, id, 'open', { ...desk.picks(0), picks: [{ productId: desk.bank(0).productId, purposes: ['demand', 'contact'] }] })
  const { referrals: [row] } = await desk.demand(desk.owner, id)
  const referral = row?.id ?? ''
  const { officer } = desk.bank(0)
  await desk.act(officer, referral, 'claim')
  await desk.act(officer, referral, 'contact', { materials: [] })
  await desk.act(officer, referral, 'deliver')
  await desk.act(officer, referral, 'answer-materials', { answer: { gaps: [] } })
  await desk.act(officer, referral, 'grant', { grant: desk.grant })
  expect(await desk.referral(desk.staff, referral)).toMatchObject({ state: 'granted', isResultHidden: true, grant: null })
  expect(await desk.referral(desk.owner, referral)).toMatchObject({ isResultHidden: false, grant: { amountFen: 50_000_000 } })
  await expect(desk.move(desk.owner, await desk.matched(), 'open', { ...desk.picks(0), picks: [{ productId: desk.bank(0).productId, purposes: ['demand'] }] })).rejects.toMatchObject({ code: 'request.invalid' })
})

test('what differs is reconciled by the centre, with its figures', async () => {
  const { id, referral, drawdownId } = await desk.disbursed(1, { need: { ...desk.body().need, amountFen: 100_000_000 } })
  await expect(desk.act(desk.staff, referral, 'reconcile-drawdown', { drawdownId, drawdown: desk.drawdown })).rejects.toMatchObject({ code: 'financing.referralWrongState' })
  await desk.act(desk.owner, referral, 'dispute-drawdown', { drawdownId, drawdown: { ...desk.drawdown, amountFen: 48_000_000 } })
  expect(await desk.referral(desk.staff, referral)).toMatchObject({ holder: 'center', daysLeft: 3, drawdowns: [{ state: 'disputed', amountFen: 50_000_000, disputed: { amountFen: 48_000_000 }, allowedActions: ['reconcile-drawdown'] }] })
  expect((await desk.staff.financingReferrals.list({ params, query: { view: 'waiting' } })).items.map((item) => item.id)).toContain(referral)
  // One bank's, as the centre reads them: the same part of the queue, with every name.
  expect((await desk.staff.financingReferrals.list({ params, query: { view: 'waiting', bankId: desk.bank(1).bank.id } })).items).toMatchObject([{ id: referral, holder: 'center', firmName: desk.firm.name }])
  expect((await desk.staff.financingReferrals.list({ params, query: { view: 'waiting', bankId: desk.bank(0).bank.id } })).items).toEqual([])
  await desk.act(desk.staff, referral, 'reconcile-drawdown', { drawdownId, drawdown: { ...desk.drawdown, amountFen: 49_000_000 } })
  expect(await desk.demand(desk.owner, id)).toMatchObject({ state: 'open', disbursedFen: 49_000_000 })
})

test('closing a demand ends what is open and keeps what was lent', async () => {
  const { id, referral, drawdownId } = await desk.disbursed(1, { need: { ...desk.body().need, amountFen: 100_000_000 } })
  await desk.move(desk.owner, id, 'open', desk.picks(2))
  await desk.act(desk.owner, referral, 'confirm-drawdown', { drawdownId })
  await desk.move(desk.owner, id, 'close', { closeReason: 'enough' })
  const { referrals } = await desk.demand(desk.owner, id)
  expect(referrals.map(({ state }) => state).sort()).toEqual(['closed', 'disbursed'])
  // Why is the firm's business; nobody is told that it was met when it was not.
  const ended = referrals.find(({ state }) => state === 'closed')?.id ?? ''
  expect(await desk.referral(desk.bank(2).officer, ended)).toMatchObject({ closeReason: 'ended' })
  expect(await desk.referral(desk.owner, ended)).toMatchObject({ closeReason: 'enough' })
})
