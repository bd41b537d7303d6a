import { ApiError } from '@dangqun/contracts/kit/errors'
import { privacyVersion } from '@dangqun/contracts/accounts/vocabulary'
import { bindingConsentVersion } from '@dangqun/contracts/organization/bindings/vocabulary'
import { transferConsentVersion } from '@dangqun/contracts/transfer/vocabulary'
import { platformLedger } from '../audit/audit.queries.js'
import { TestHouse, type Clients } from './testing/test-house.js'
import { Withdrawals } from './withdrawals.js'

let house: TestHouse
const center = { center: 'shangbai' }
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

const refusal = (call: Promise<unknown>) => call.then(() => 'none', (error: unknown) => (error instanceof ApiError ? error.code : String(error)))

async function agreed(): Promise<Clients & { accountId: string }> {
  const person = await house.signIn()
  await person.accounts.giveConsent({ body: { purpose: 'privacy', version: privacyVersion } })
  return person
}

/** The standing purposes in the ledger. */
const standing = async (person: Clients) => (await person.consents.list({})).items.filter(({ isStanding }) => isStanding).map(({ purpose }) => purpose)

/** Does at once what the queue would do within the second, and again: the queue may have been faster. */
async function endNow(accountId: string): Promise<void> {
  const { rows } = await house.owner.query<{ id: string }>('select id from consents where account_id = $1 and withdrawn_at is not null', [accountId])
  for (const { id } of rows) await house.app.get(Withdrawals).end({ centerId: house.center.id, subjectId: id })
}

test('sending a form that says so is a consent of its own, in the words of its version', async () => {
  const person = await agreed()
  expect(await standing(person)).toEqual(['privacy'])
  await person.organization.updateMyPerson({ params: center, body: { name: '林禾', phone: '19900001234' } })
  expect(await standing(person)).toEqual(['privacy', 'contact'])
})

test('taking back the consent to be reached deletes number and name; the ledger keeps when it stood', async () => {
  const person = await agreed()
  await person.organization.updateMyPerson({ params: center, body: { name: '林禾', phone: '19900001234' } })
  const ledger = await person.consents.withdraw({ params: { purpose: 'contact' }, body: {} })
  expect(ledger.items.find(({ purpose }) => purpose === 'contact')).toMatchObject({ isStanding: false, allowedActions: [], history: [{ withdrawnAt: expect.any(String) }] })
  await endNow(person.accountId)
  expect(await person.organization.getMyPerson({ params: center })).toEqual({ name: null, phone: null })
  expect(await refusal(person.consents.withdraw({ params: { purpose: 'contact' }, body: {} }))).toBe('accounts.consentNotGiven')
  await person.organization.updateMyPerson({ params: center, body: { name: '林禾' } })
  const { history } = (await person.consents.list({})).items[1] ?? {}
  expect(history?.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false])
})

test('who agrees again before the job comes keeps what they gave', async () => {
  const person = await agreed()
  await person.organization.updateMyPerson({ params: center, body: { name: '林禾', phone: '19900001234' } })
  await house.owner.query('update consents set withdrawn_at = granted_at where account_id = $1 and purpose = $2', [person.accountId, 'contact'])
  await person.organization.updateMyPerson({ params: center, body: { name: '林小禾' } })
  await endNow(person.accountId)
  expect(await person.organization.getMyPerson({ params: center })).toEqual({ name: '林小禾', phone: '19900001234' })
})

test('taking back the consent to be known as a member ends the application', async () => {
  const person = await agreed()
  await person.bindings.askBinding({ params: center, body: { kind: 'member', name: '林禾', idNumber: '11010519491231002X', consentVersion: bindingConsentVersion } })
  expect(await standing(person)).toEqual(['privacy', 'membership'])
  await person.consents.withdraw({ params: { purpose: 'membership' }, body: {} })
  await endNow(person.accountId)
  expect((await person.bindings.listMyBindings({ params: center })).items.map(({ state }) => state)).toEqual(['ended'])
})

test('a transfer is a consent of its own; taking it back withdraws what was not issued yet', async () => {
  const person = await agreed()
  const { id } = await person.transfer.create({ params: center, body: { direction: 'out', kind: 'in_province', consent: { source: 'phone', version: transferConsentVersion } } })
  expect(await standing(person)).toEqual(['privacy', 'transfer'])
  await person.consents.withdraw({ params: { purpose: 'transfer' }, body: {} })
  await endNow(person.accountId)
  expect(await person.transfer.get({ params: { ...center, id } })).toMatchObject({ state: 'withdrawn', holder: null })
})

test('a job that runs again, or twice at once, ends and writes once', async () => {
  const person = await agreed()
  await person.bindings.askBinding({ params: center, body: { kind: 'firm', name: '林禾', firm: '某某商贸', basis: 'authorization', consentVersion: bindingConsentVersion } })
  await person.consents.withdraw({ params: { purpose: 'firm' }, body: {} })
  await Promise.all([endNow(person.accountId), endNow(person.accountId)])
  await endNow(person.accountId)
  const { rows } = await house.owner.query<{ fact: string }>(`select fact from audit_facts where account_id = $1 and fact in ('accounts.consentWithdrawn', 'organization.bindingWithdrawn')`, [person.accountId])
  expect(rows.map(({ fact }) => fact).sort()).toEqual(['accounts.consentWithdrawn', 'organization.bindingWithdrawn'])
})

describe('somebody agrees again while the job is at work', () => {
  /** The job is between asking whether the consent stands and deleting, when the person sends the form again. */
  async function race(withGuard: boolean): Promise<string | null> {
    const person = await agreed()
    await person.organization.updateMyPerson({ params: center, body: { name: '林禾', phone: '19900001234' } })
    await house.owner.query('update consents set withdrawn_at = granted_at where account_id = $1 and purpose = $2', [person.accountId, 'contact'])
    const job = await house.connect()
    try {
      await job.query('begin')
      if (withGuard) await job.query(`select pg_advisory_xact_lock(hashtextextended('consents ' || $1, 0))`, [person.accountId])
      const { rows } = await job.query(`select 1 from consents where account_id = $1 and purpose = 'contact' and withdrawn_at is null`, [person.accountId])
      expect(rows).toEqual([])
      const again = person.organization.updateMyPerson({ params: center, body: { phone: '19900009999' } })
      if (withGuard) await waitingForLock(job)
      else await again
      await job.query('update persons set phone = null, phone_index = null where account_id = $1', [person.accountId])
      await job.query('commit')
      await again
      return (await person.organization.getMyPerson({ params: center })).phone
    } finally {
      await job.end()
    }
  }

  /** Somebody waits for what this connection holds. */
  async function waitingForLock(holder: Awaited<ReturnType<TestHouse['connect']>>): Promise<void> {
    const { rows: [own] } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid')
    for (;;) {
      const { rows } = await house.owner.query('select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [own?.pid])
      if (rows.length > 0) return
    }
  }

  test('without the lock of the ledger what they gave is lost', async () => expect(await race(false)).toBeNull())
  test('with it they wait, and keep it', async () => expect(await race(true)).toBe('19900009999'))
  test('the job takes that lock', async () => {
    const person = await agreed()
    await person.organization.updateMyPerson({ params: center, body: { phone: '19900001234' } })
    await house.owner.query('update consents set withdrawn_at = granted_at where account_id = $1 and purpose = $2', [person.accountId, 'contact'])
    const form = await house.connect()
    try {
      await form.query('begin')
      await form.query(`select pg_advisory_xact_lock(hashtextextended('consents ' || $1, 0))`, [person.accountId])
      const ending = endNow(person.accountId)
      await waitingForLock(form)
      await form.query(`insert into consents (account_id, purpose, version, granted_at) values ($1, 'contact', 'v', now())`, [person.accountId])
      await form.query('commit')
      await ending
      expect((await person.organization.getMyPerson({ params: center })).phone).toBe('19900001234')
    } finally {
      await form.end()
    }
  })
})

test('a refused or forged purpose is none', async () => {
  const person = await agreed()
  const { status } = await house.raw('POST', '/api/v1/me/consents', { token: person.token, body: JSON.stringify({ purpose: 'membership', version: 'x' }) })
  expect(status).toBe(400)
  expect(await standing(person)).toEqual(['privacy'])
})

test('everything rests on the first consent: with it all go, and every phone is logged out', async () => {
  const person = await agreed()
  await person.organization.updateMyPerson({ params: center, body: { phone: '19900001234' } })
  await person.consents.withdraw({ params: { purpose: 'privacy' }, body: {} })
  expect(await refusal(person.accounts.me({}))).toBe('session.required')
  const { rows } = await house.owner.query<{ purpose: string }>('select purpose from consents where account_id = $1 and withdrawn_at is null', [person.accountId])
  expect(rows).toEqual([])
  await endNow(person.accountId)
  const { phone } = await house.one<{ phone: string | null }>('select phone from persons where account_id = $1', [person.accountId])
  expect(phone).toBeNull()
})

test('a withdrawal is a fact, also of somebody whom no centre knows', async () => {
  const person = await agreed()
  await person.consents.withdraw({ params: { purpose: 'privacy' }, body: {} })
  const { rows } = await house.owner.query(
    `select a.fact, a.center_id, a.data from audit_facts a join consents c on c.id = a.subject_id where a.account_id = $1`,
    [person.accountId],
  )
  expect(rows).toEqual([{ fact: 'accounts.consentTakenBack', center_id: platformLedger, data: { purpose: 'privacy' } }])
})

test('a withdrawal enqueues what ends, for each centre where the account is known and no other', async () => {
  const person = await agreed()
  await person.organization.updateMyPerson({ params: center, body: { name: '林禾' } })
  const { rows: found } = await house.owner.query<{ center_id: string }>('select center_id from centers_of_account($1)', [person.accountId])
  expect(found).toEqual([{ center_id: house.center.id }])
})

test('a copy holds all that is stored of the caller, in full, and nothing of anyone else', async () => {
  const [mine, other] = [await agreed(), await agreed()]
  await mine.organization.updateMyPerson({ params: center, body: { name: '林禾', phone: '19900001234' } })
  await other.organization.updateMyPerson({ params: center, body: { name: '陈川', phone: '19900005678' } })
  const activity = await house.activity({ title: '读书会', questions: [{ id: 'meal', kind: 'choice', label: '餐食', isRequired: true, options: ['素', '荤'] }] })
  await mine.activities.signUp({ params: { ...center, id: activity.id }, body: { answers: { meal: '素' } } })
  const copy = await mine.consents.exportMine({})
  const rows = (title: string) => copy.sections.find((section) => section.title === title)?.rows
  expect(copy.accountId).toBe(mine.accountId)
  expect(rows('个人资料')).toEqual([{ 姓名: '林禾', 手机号: '19900001234' }])
  expect(rows('报名')).toMatchObject([{ 活动: '读书会', 状态: '报名成功', 餐食: '素' }])
  expect(rows('授权')?.map((row) => row['用途']).sort()).toEqual(['使用小程序', '姓名和手机号'])
  expect(JSON.stringify(copy)).not.toMatch(/陈川|19900005678/)
  const { csv } = await mine.consents.exportMyTable({})
  expect(csv).toContain('个人资料,')
  expect(csv).toContain(',手机号,19900001234\r\n')
  const { count } = await house.one<{ count: number }>(`select count(*)::int as count from audit_facts where fact = 'accounts.dataExported' and subject_id = $1`, [mine.accountId])
  expect(count).toBe(2)
})

test('copies are made ten times in a quarter of an hour, and no more', async () => {
  const person = await agreed()
  for (let time = 0; time < 10; time++) await person.consents.exportMine({})
  expect(await refusal(person.consents.exportMine({}))).toBe('accounts.tooManyTries')
  expect(await refusal((await agreed()).consents.exportMine({}))).toBe('none')
})
