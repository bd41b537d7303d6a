import type { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse } from '../app/testing/test-house.js'
import { aNeed, someTerms } from './financing.factory.js'

let house: TestHouse
beforeEach(async () => void (house = await TestHouse.open()))
afterEach(() => house.close())

const at = (slug = 'shangbai') => ({ params: { center: slug } })
const one = (id: string, slug = 'shangbai') => ({ params: { center: slug, id } })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)
const given = { name: '徽远银行', kind: '城市商业银行' }

test('staff add and rename a bank; everybody sees it, its officer can be invited, and the ledger tells it', async () => {
  const { financingBanks } = await house.staff()
  const { items: [made] } = await financingBanks.create({ ...at(), body: given })
  expect(made).toMatchObject({ ...given, isRetired: false, products: 0, version: 1 })
  const manager = await house.signIn({ role: 'center_manager', center: house.center })
  expect(await manager.grants.invite({ ...at(), body: { role: 'bank_officer', note: '客户经理', scope: { kind: 'bank', id: made?.id ?? '' } } })).toMatchObject({ scope: { name: '徽远银行' } })
  await financingBanks.update({ ...one(made?.id ?? ''), body: { version: 1, name: '徽远银行合肥分行' } })
  expect((await house.anonymous.financingProducts.listBanks(at())).items).toEqual([{ id: made?.id, name: '徽远银行合肥分行', kind: '城市商业银行' }])
  expect((await house.anonymous.financingProducts.listBanks(at('yunhai'))).items).toEqual([])
  const { rows } = await house.owner.query("select fact, data -> 'fields' as fields from audit_facts where fact like 'financing.bank%' order by id", [])
  expect(rows).toEqual([{ fact: 'financing.bankAdded', fields: null }, { fact: 'financing.bankChanged', fields: ['name'] }])
})

test('nothing of a retired bank is on offer or written anew, until it comes back', async () => {
  await house.lpr()
  const { financingBanks } = await house.staff()
  const bank = await house.bank()
  const { product } = await house.product(bank)
  const officer = await house.signIn({ role: 'bank_officer', center: house.center, scope: { kind: 'bank', id: bank.id } })
  const offered = async () => ({
    listed: (await house.anonymous.financingProducts.list({ ...at(), query: {} })).items.length,
    matched: (await house.anonymous.financing.previewMatches({ ...at(), body: aNeed() })).items.length,
    banks: (await house.anonymous.financingProducts.listBanks(at())).items.length,
  })
  expect(await offered()).toEqual({ listed: 1, matched: 1, banks: 1 })
  expect((await financingBanks.update({ ...one(bank.id), body: { version: 1, isRetired: true } })).items).toMatchObject([{ isRetired: true, products: 1, version: 2 }])
  expect(await offered()).toEqual({ listed: 0, matched: 0, banks: 0 })
  expect(await refusal(house.anonymous.financingProducts.get(one(product.id)))).toMatchObject({ code: 'financing.productNotFound' })
  expect(await refusal(house.anonymous.financing.readCost({ ...one(product.id), body: { amountFen: 50_000_000, months: 12 } }))).toMatchObject({ code: 'financing.productNotFound' })
  expect(await refusal(officer.financingVersions.create({ ...at(), body: { bankId: bank.id, terms: someTerms() } }))).toMatchObject({ code: 'financing.bankNotFound' })
  await financingBanks.update({ ...one(bank.id), body: { version: 2, isRetired: false } })
  expect(await offered()).toEqual({ listed: 1, matched: 1, banks: 1 })
})

test('what a bank had begun to write waits while it is retired: read, sent back or taken off the shelf, but not written, submitted or approved', async () => {
  const desk = await house.staff()
  const bank = await house.bank()
  const { product } = await house.product(bank)
  const officer = await house.signIn({ role: 'bank_officer', center: house.center, scope: { kind: 'bank', id: bank.id } })
  const { financingVersions: write } = officer
  const draft = await write.create({ ...at(), body: { bankId: bank.id, terms: someTerms() } })
  const handedIn = await write.create({ ...at(), body: { bankId: bank.id, terms: someTerms() } })
  const named = ({ productId, number }: { productId: string; number: number }) => ({ params: { ...at().params, id: productId, number: String(number) } })
  await write.submit({ ...named(handedIn), body: {} })
  await desk.financingBanks.update({ ...one(bank.id), body: { version: 1, isRetired: true } })

  expect(await write.get(named(draft))).toMatchObject({ isBankRetired: true, state: 'draft', allowedActions: [] })
  expect((await desk.financingVersions.get(named(handedIn))).allowedActions).toEqual(['return'])
  const retired = { status: 409, code: 'financing.bankRetired', message: `“${bank.name}”已停用，不能再写产品；需要恢复，请联系中心` }
  expect(await refusal(write.update({ ...named(draft), body: { terms: someTerms(), revision: draft.revision } }))).toMatchObject(retired)
  expect(await refusal(write.submit({ ...named(draft), body: {} }))).toMatchObject(retired)
  expect(await refusal(write.renew({ ...one(product.id), body: {} }))).toMatchObject(retired)
  expect(await refusal(desk.financingVersions.approve({ ...named(handedIn), body: {} }))).toMatchObject(retired)
  await desk.financingVersions.return({ ...named(handedIn), body: { note: '先放一放' } })
  await desk.financingVersions.withdraw({ ...named({ productId: product.id, number: 1 }), body: { note: '银行停用' } })

  await desk.financingBanks.update({ ...one(bank.id), body: { version: 2, isRetired: false } })
  expect(await write.submit({ ...named(draft), body: {} })).toMatchObject({ isBankRetired: false, state: 'submitted' })
})

test('a taken name, an old version, another centre’s bank and a bank’s own officer are refused', async () => {
  const { financingBanks } = await house.staff()
  const { items: [made] } = await financingBanks.create({ ...at(), body: given })
  const id = made?.id ?? ''
  const other = await house.bank()
  expect(await refusal(financingBanks.create({ ...at(), body: given }))).toMatchObject({ status: 409, code: 'financing.bankNameTaken' })
  expect(await refusal(financingBanks.update({ ...one(other.id), body: { version: 1, name: given.name } }))).toMatchObject({ code: 'financing.bankNameTaken' })
  expect(await refusal(financingBanks.update({ ...one(id), body: { version: 0, name: '别的银行' } }))).toMatchObject({ code: 'request.changedMeanwhile', details: { version: 1 } })
  const elsewhere = await house.staff(house.other)
  expect(await refusal(elsewhere.financingBanks.update({ ...one(id, 'yunhai'), body: { version: 1, isRetired: true } }))).toMatchObject({ status: 404, code: 'financing.bankNotFound' })
  const officer = await house.signIn({ role: 'bank_officer', center: house.center, scope: { kind: 'bank', id } })
  expect((await refusal(officer.financingBanks.update({ ...one(id), body: { version: 1, name: '自己改名' } }))).status).toBe(403)
})

test('of many who add one name, or change one version, at the same moment one does', async () => {
  const { financingBanks } = await house.staff()
  const outcomes = async (attempts: Promise<unknown>[]) => (await Promise.allSettled(attempts)).map(({ status }) => status).sort()
  const once = ['fulfilled', 'rejected', 'rejected', 'rejected']
  expect(await outcomes([1, 2, 3, 4].map(() => financingBanks.create({ ...at(), body: given })))).toEqual(once)
  const { items: [made] } = await financingBanks.list(at())
  expect(await outcomes([1, 2, 3, 4].map((each) => financingBanks.update({ ...one(made?.id ?? ''), body: { version: 1, name: `${each} 号银行` } })))).toEqual(once)
})

test('of many who give one name to their banks, or add one of that name, at the same moment one does, and the others are told', async () => {
  const { financingBanks } = await house.staff()
  const banks = [await house.bank(), await house.bank(), await house.bank(), await house.bank()]
  const renames = banks.map(({ id }) => financingBanks.update({ ...one(id), body: { version: 1, name: given.name } }))
  const creations = [1, 2].map(() => financingBanks.create({ ...at(), body: given }))
  const answers = await Promise.all([...renames, ...creations].map((attempt) => attempt.then(() => 'done', ({ code }: ApiError) => code)))
  expect(answers.sort()).toEqual(['done', ...Array.from({ length: 5 }, () => 'financing.bankNameTaken')])
})

/** Looking for the name without the lock: it lives here only, to show that the race is real. */
test('the unguarded twin finds the name free, and fails at the table', async () => {
  const banks = [await house.bank(), await house.bank(), await house.bank()]
  const outcomes = await house.atOnce(3, async (client, met, index) => {
    const { rows } = await client.query('select 1 from financing_banks where name = $1', [given.name])
    await met()
    if (rows.length > 0) return 'taken'
    return client.query('update financing_banks set name = $2 where id = $1', [banks[index]?.id, given.name]).then(() => 'done', ({ code }: { code: string }) => code)
  })
  expect(outcomes.sort()).toEqual(['23505', '23505', 'done'])
})

test('who holds a role for a bank that is retired is still told of by its name; a new role for it is refused', async () => {
  const { financingBanks } = await house.staff()
  const bank = await house.bank()
  const scope = { kind: 'bank' as const, id: bank.id }
  await house.signIn({ role: 'bank_officer', center: house.center, scope })
  const { grants } = await house.signIn({ role: 'center_manager', center: house.center })
  const invitation = { ...at(), body: { role: 'bank_officer' as const, note: '客户经理', scope } }
  const { code } = await grants.invite(invitation)
  await financingBanks.update({ ...one(bank.id), body: { version: 1, isRetired: true } })
  expect((await grants.list({ ...at(), query: { role: 'bank_officer' } })).items).toMatchObject([{ scope: { name: bank.name } }])
  expect((await grants.listInvitations({ ...at(), query: {} })).items).toMatchObject([{ scope: { name: bank.name } }])
  expect(await (await house.signIn()).grants.checkInvitation({ body: { code } })).toMatchObject({ scope: { name: bank.name } })
  expect(await refusal(grants.invite(invitation))).toMatchObject({ code: 'accounts.scopeNotFound' })
})

/** Reading the version without locking the row: it lives here only, to show that the race is real. */
test('the unguarded twin saves every change over the others', async () => {
  const bank = await house.bank()
  const saved = await house.atOnce(3, async (client, met, index) => {
    const { rows: [row] } = await client.query<{ version: number }>('select version from financing_banks where id = $1', [bank.id])
    await met()
    if (row?.version !== 1) return false
    await client.query('update financing_banks set name = $2, version = 2 where id = $1', [bank.id, `${index} 号银行`])
    return true
  })
  expect(saved).toEqual([true, true, true])
})
