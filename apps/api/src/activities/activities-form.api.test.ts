import { ApiError } from '@dangqun/contracts/kit/errors'
import pg from 'pg'
import { bulkInsert } from '../platform/database/bulk-insert.js'
import type { Question } from '@dangqun/contracts/activities/form/schemas'
import { TestHouse, testNow } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }
const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000)
const refusal = (attempt: Promise<unknown>) => attempt.then(() => null, (error: unknown) => error as ApiError)
const questions: Question[] = [{ id: 'q1', kind: 'choice', label: '是否用餐', isRequired: true, options: ['要', '不要'] }, { id: 'q2', kind: 'text', label: '备注', isRequired: false, options: [] }]

async function limit(given: object): Promise<void> {
  await house.owner.query(`insert into center_settings (center_id, overrides) values ($1, $2) on conflict (center_id) do update set overrides = excluded.overrides`, [house.center.id, JSON.stringify({ activities: given })])
}

test('what the form asks is asked for once per sign-up, kept, and shown to the staff alone', async () => {
  const { id } = await house.activity({ questions, insurance_notice: '搬运桌椅，已为每人投保意外险' })
  const one = { params: { ...params, id } }
  const [person, staff] = [await house.signIn(), await house.staff()]
  const error = await refusal(person.activities.signUp({ ...one, body: {} }))
  expect(error).toMatchObject({ status: 409, code: 'activities.formNeeded', message: '报名前还需要填写：保险与风险提示、报名问题', details: { needs: ['insurance', 'answers'], problems: { 'answers.q1': '请选择' } } })
  expect(await person.activities.signUp({ ...one, body: { answers: { q1: '要', q2: '' }, isInsuranceConfirmed: true } })).toMatchObject({ state: 'confirmed' })
  const [row] = (await staff.activities.listSignUps({ ...one, query: {} })).items
  expect(row?.form).toEqual({ answers: { q1: '要' }, guardian: null, isInsuranceConfirmed: true })
  // The facts of it say nothing of what was answered.
  expect(await house.one(`select data from audit_facts where fact = 'activities.signedUp' and data ->> 'activityId' = $1`, [id])).toEqual({ data: { activityId: id, state: 'confirmed' } })
})

test('the birth date is kept with the person; too young, too old and minors are told what to do', async () => {
  const adults = await house.activity({ min_age: 18, max_age: 60 })
  const youth = await house.activity({ min_age: 14 })
  const [grown, minor, child] = [await house.signIn(), await house.signIn(), await house.signIn()]
  const at = (id: string, body: object) => ({ params: { ...params, id }, body })
  expect(await refusal(grown.activities.signUp(at(adults.id, {})))).toMatchObject({ code: 'activities.formNeeded', details: { needs: ['birthDate'] } })
  await grown.activities.signUp(at(adults.id, { birthDate: '1990-05-01' }))
  expect(await grown.activities.signUp(at(youth.id, {}))).toMatchObject({ state: 'confirmed' })
  expect(await refusal(minor.activities.signUp(at(adults.id, { birthDate: '2010-05-01' })))).toMatchObject({ status: 409, code: 'activities.tooYoung', message: '这个活动要年满 18 周岁才能参加，可以看看其他活动' })
  expect(await refusal(minor.activities.signUp(at(youth.id, { birthDate: '2010-05-01' })))).toMatchObject({ code: 'activities.formNeeded', details: { needs: ['guardian'] } })
  expect(await minor.activities.signUp(at(youth.id, { birthDate: '2010-05-01', guardian: '林禾' }))).toMatchObject({ state: 'confirmed' })
  expect(await refusal(child.activities.signUp(at(youth.id, { birthDate: '2014-05-01', guardian: '林禾' })))).toMatchObject({ status: 409, code: 'activities.underFourteen' })
  // Whoever was refused left nothing behind.
  const left = await house.owner.query('select birth_date from persons where account_id = $1', [child.accountId])
  expect(left.rows).toEqual([])
})

test('a birth date that was mistyped once is corrected by staff who have seen a document, and the person may come', async () => {
  const staff = await house.staff()
  const [youth, adults] = [await house.activity({ min_age: 14 }), await house.activity({ min_age: 18 })]
  const person = await house.signIn()
  await person.activities.signUp({ params: { ...params, id: youth.id }, body: { birthDate: '2010-05-01', guardian: '林禾' } })
  const attempt = () => person.activities.signUp({ params: { ...params, id: adults.id }, body: { birthDate: '2000-05-01' } })
  expect(await refusal(attempt())).toMatchObject({ code: 'activities.tooYoung' })

  const { id } = await house.one<{ id: string }>('select id from persons where account_id = $1', [person.accountId])
  const correct = (birthDate: string) => staff.bindings.correctBirthDate({ params: { ...params, id }, body: { birthDate, basis: 'id_card' } })
  expect(await refusal(correct('2026-12-02'))).toMatchObject({ status: 400, code: 'organization.birthDateWrong' })
  expect(await correct('2000-05-01')).toMatchObject({ id })
  expect(await attempt()).toMatchObject({ state: 'confirmed' })
  // The ledger says that it was done and on what, not what was written.
  expect(await house.one(`select data from audit_facts where fact = 'organization.birthDateCorrected' and subject_id = $1`, [id])).toEqual({ data: { basis: 'id_card' } })
  const elsewhere = await house.staff(house.other)
  expect(await refusal(elsewhere.bindings.correctBirthDate({ params: { center: house.other.slug, id }, body: { birthDate: '2000-05-01', basis: 'id_card' } }))).toMatchObject({ status: 404 })
})

test('questions are checked when they are written', async () => {
  const staff = await house.staff()
  const { id } = await house.activity()
  const wrong = [{ id: 'q1', kind: 'choice' as const, label: '用餐', isRequired: true, options: ['要', '要'] }]
  expect((await refusal(staff.activities.update({ params: { ...params, id }, body: { questions: wrong } })))?.fields).toEqual({ 'questions.0.options': '至少写两个不同的选项' })
  expect((await refusal(staff.activities.update({ params: { ...params, id }, body: { minAge: 40, maxAge: 20 } })))?.fields).toEqual({ maxAge: '最大年龄不能小于最小年龄' })
})

describe('limits of a centre', () => {
  afterEach(() => limit({}))

  test('so many of a kind in 30 days, so many of a series', async () => {
    await limit({ mostOfKindIn30Days: 1, mostInSeries: 2 })
    const person = await house.signIn()
    const signUp = async (given: object) => person.activities.signUp({ params: { ...params, id: (await house.activity(given)).id }, body: {} })
    const training = await signUp({ kind: 'training', starts_at: later(3) })
    expect(await refusal(signUp({ kind: 'training', starts_at: later(20) }))).toMatchObject({ status: 409, code: 'activities.kindLimit', message: '培训类活动 30 天内每人最多报 1 场，你已经报满了。想换一场，请先取消其中一场' })
    expect(await signUp({ kind: 'training', starts_at: later(33) })).toMatchObject({ state: 'confirmed' })
    expect(await signUp({ kind: 'reading', starts_at: later(3) })).toMatchObject({ state: 'confirmed' })
    await person.activities.cancelSignUp({ params: { ...params, id: training.id }, body: {} })
    expect(await signUp({ kind: 'training', starts_at: later(2) })).toMatchObject({ state: 'confirmed' })
    const { id: seriesId } = await house.activity()
    await signUp({ series_id: seriesId })
    await signUp({ series_id: seriesId })
    expect(await refusal(signUp({ series_id: seriesId }))).toMatchObject({ code: 'activities.seriesLimit' })
  })

  test('signing up for several at once does not pass a limit', async () => {
    await limit({ mostInSeries: 1 })
    const { id: seriesId } = await house.activity()
    for (let round = 0; round < 5; round++) {
      const person = await house.signIn()
      const activities = await Promise.all(Array.from({ length: 4 }, () => house.activity({ series_id: seriesId })))
      const answers = await Promise.all(activities.map(({ id }) => person.activities.signUp({ params: { ...params, id }, body: {} }).then(() => 'ok', (error: ApiError) => error.code)))
      expect(answers.sort()).toEqual(['activities.seriesLimit', 'activities.seriesLimit', 'activities.seriesLimit', 'ok'])
    }
  })

  /** The same reading without the lock on the account. It lives here only, to show that the race is real. */
  test('the unguarded twin passes the limit', async () => {
    const { id: seriesId } = await house.activity()
    const activities = await Promise.all(Array.from({ length: 2 }, () => house.activity({ series_id: seriesId })))
    const personId = house.seeded.uuid(testNow)
    await bulkInsert(house.owner, 'persons', [{ center_id: house.center.id, id: personId, account_id: null, created_at: testNow }])
    const clients = await Promise.all(activities.map(async () => {
      const client = new pg.Client({ connectionString: house.config.databaseUrl })
      await client.connect()
      return client
    }))
    try {
      const count = `select 1 from sign_ups s join activities a on a.id = s.activity_id where s.person_id = $1 and a.series_id = $2`
      const seen = await Promise.all(clients.map(async (client) => {
        await client.query('begin')
        return (await client.query(count, [personId, seriesId])).rows.length
      }))
      for (const [index, client] of clients.entries()) {
        const { id } = activities[index] ?? { id: '' }
        if (seen[index] === 0) await bulkInsert(client, 'sign_ups', [{ center_id: house.center.id, id: house.seeded.uuid(testNow), activity_id: id, person_id: personId, number: 1, state: 'confirmed', ticket: `twin ${index}`, created_at: testNow, changed_at: testNow }])
        await client.query('commit')
      }
      expect((await house.owner.query(count, [personId, seriesId])).rows).toHaveLength(2)
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
  })
})
