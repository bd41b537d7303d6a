import type { ApiError } from '@dangqun/contracts/kit/errors'
import ExcelJS from 'exceljs'
import { TestHouse, testNow, type Clients } from '../app/testing/test-house.js'
import { aPerson } from '../organization/organization.factory.js'
import { sealPersons } from '../organization/organization-phone.rules.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { bulkInsert } from '../platform/database/bulk-insert.js'
import { signUpsFor, type PlainActivity } from './activities.factory.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }
const refusal = (attempt: Promise<unknown>) => attempt.then(() => null, (error: unknown) => error as ApiError)
const manager = () => house.signIn({ role: 'center_manager', center: house.center })
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000)

const told = async (who: Clients) => (await who.notices.listMine({ params, query: {} })).items.map(({ kind, body, subject }) => ({ kind, body, subject }))

/** An activity with so many sign-ups of persons with a phone; the first has a name that opens like a formula. */
async function crowd(count: number, given: Partial<PlainActivity> = {}): Promise<PlainActivity> {
  const activity = await house.activity({ asks: ['name', 'phone'], capacity: 500, ...given })
  await join(activity, count)
  return activity
}

async function join(activity: PlainActivity, count: number, from = 0): Promise<void> {
  const cipher = new FieldCipher(house.config.cipherKeys)
  const persons = Array.from({ length: count }, (_, index) => ({ ...aPerson(house.seeded, { center_id: house.center.id, now: testNow }), name: index === 0 ? '=HYPERLINK("x")' : '林禾', phone: `138${String(from + index).padStart(4, '0')}8000` }))
  await bulkInsert(house.owner, 'persons', sealPersons(cipher, persons))
  await bulkInsert(house.owner, 'sign_ups', signUpsFor(house.seeded, { ...activity }, persons.map(({ id }) => id), testNow).map((row) => ({ ...row, number: row.number + from })))
}

async function read(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  const line = (number: number): unknown[] => {
    const { values } = sheet.getRow(number)
    return Array.isArray(values) ? values.slice(1) : []
  }
  return { sheet, line }
}

test('a short list needs a purpose and nobody else; the file says whose it is, and holds no formula', async () => {
  const { id } = await crowd(3, { title: '急救/培训' })
  const staff = await house.staff()
  expect(await refusal(staff.exports.ask({ params: { ...params, id }, body: { purpose: '核对' } }))).toMatchObject({ status: 400, code: 'request.invalid' })
  const asked = await staff.exports.ask({ params: { ...params, id }, body: { purpose: '=现场核对&签到' } })
  expect(asked).toMatchObject({ state: 'approved', rows: 3, needsApproval: false, isMine: true, allowedActions: ['file'], expiresAt: '2026-12-02T10:00:00.000+08:00' })
  const { type, bytes } = await staff.exports.take({ params: { ...params, id: asked.id }, body: {} })
  expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  const { sheet, line } = await read(bytes)
  expect(sheet.name).toBe('急救 培训')
  expect(line(1)[0]).toContain('用途：=现场核对&签到（仅限上述用途）')
  expect(line(1)[0]).toContain('2026年12月1日 10:00')
  expect(line(2)[0]).toContain('急救/培训')
  expect(line(3)).toEqual(['序号', '姓名', '手机号', '状态', '报名时间', '签到时间'])
  expect(line(4).slice(0, 5)).toEqual([1, `'=HYPERLINK("x")`, '138****8000', '报名成功', '2026年12月1日 10:00'])
  expect(sheet.rowCount).toBe(6)
  sheet.eachRow((row) => row.eachCell(({ type }) => expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number, ExcelJS.ValueType.Merge]).toContain(type)))
  expect(sheet.headerFooter.oddHeader).toContain('=现场核对&&签到（仅限上述用途）')
  expect(sheet.headerFooter.oddFooter).toContain('仅限上述用途')
  expect((await staff.exports.list({ params, query: {} })).items[0]).toMatchObject({ id: asked.id, state: 'taken', takenAt: '2026-12-01T10:00:00.000+08:00' })
})

test('full phones only with a reason of their own, where phones are asked for', async () => {
  const { id } = await crowd(1)
  const staff = await house.staff()
  const asked = await staff.exports.ask({ params: { ...params, id }, body: { purpose: '电话通知改地点', phoneReason: '逐个打电话通知' } })
  const { line } = await read((await staff.exports.take({ params: { ...params, id: asked.id }, body: {} })).bytes)
  expect(line(4)[2]).toBe('13800008000')
  const silent = await crowd(1, { asks: ['name'] })
  expect(await refusal(staff.exports.ask({ params: { ...params, id: silent.id }, body: { purpose: '电话通知改地点', phoneReason: '逐个打电话通知' } }))).toMatchObject({ status: 409, code: 'activities.exportPhoneNotAsked' })
})

test('over 100 rows a second person agrees, and never to their own', async () => {
  const { id } = await crowd(101)
  const [asker, approver, staff] = [await manager(), await manager(), await house.staff()]
  const asked = await asker.exports.ask({ params: { ...params, id }, body: { purpose: '保险公司投保' } })
  const one = { ...params, id: asked.id }
  expect(asked).toMatchObject({ state: 'asked', rows: 101, needsApproval: true, allowedActions: [] })
  expect(await refusal(asker.exports.take({ params: one, body: {} }))).toMatchObject({ status: 409, code: 'activities.exportNotReady' })
  expect(await refusal(asker.exports.approve({ params: one, body: { note: '同意' } }))).toMatchObject({ status: 403, code: 'activities.exportOwn' })
  expect(await refusal(staff.exports.approve({ params: one, body: { note: '同意' } }))).toMatchObject({ status: 403, code: 'session.forbidden' })
  const waiting = async (who: typeof asker) => (await who.exports.list({ params, query: { show: 'waiting' } })).items.filter((each) => each.id === asked.id).length
  expect([await waiting(asker), await waiting(approver), await waiting(staff)]).toEqual([0, 1, 0])
  expect(await approver.exports.approve({ params: one, body: { note: '同意，投保后删除' } })).toMatchObject({ state: 'approved', note: '同意，投保后删除', expiresAt: '2026-12-02T10:00:00.000+08:00', allowedActions: [] })
  expect(await told(asker)).toMatchObject([{ body: expect.stringContaining('已批准，请在 24 小时内') as string, subject: { id: asked.id } }])
  expect([await told(approver), await told(staff)]).toEqual([[], []])
  expect(await refusal(approver.exports.take({ params: one, body: {} }))).toMatchObject({ status: 404, code: 'activities.exportNotFound' })
  expect(await refusal(staff.exports.take({ params: one, body: {} }))).toMatchObject({ status: 404, code: 'activities.exportNotFound' })
  expect((await read((await asker.exports.take({ params: one, body: {} })).bytes)).sheet.rowCount).toBe(104)
})

test('what was agreed to does not grow, and is over after 24 hours', async () => {
  const activity = await crowd(100)
  const staff = await house.staff()
  const asked = await staff.exports.ask({ params: { ...params, id: activity.id }, body: { purpose: '现场签到核对' } })
  await join(activity, 20, 100)
  await house.owner.query(`update sign_ups set state = 'cancelled' where activity_id = $1 and number = 7`, [activity.id])
  const one = { params: { ...params, id: asked.id }, body: {} }
  house.clock.set(hours(23.9))
  expect((await read((await staff.exports.take(one)).bytes)).sheet.rowCount).toBe(102)
  await staff.exports.take(one)
  house.clock.set(hours(24))
  expect(await refusal(staff.exports.take(one))).toMatchObject({ status: 409, code: 'activities.exportNotReady' })
})

test('an asking that nobody answered in 7 days, or that was refused, gives nothing', async () => {
  const { id } = await crowd(101, { title: '急救培训' })
  const [staff, approver] = [await house.staff(), await manager()]
  const [slow, refused] = [await staff.exports.ask({ params: { ...params, id }, body: { purpose: '发宣传短信' } }), await staff.exports.ask({ params: { ...params, id }, body: { purpose: '发宣传短信' } })]
  expect(await approver.exports.refuse({ params: { ...params, id: refused.id }, body: { note: '报名时没有说明' } })).toMatchObject({ state: 'refused', expiresAt: null })
  expect(await told(staff)).toEqual([{ kind: 'activities.exportDecided', body: '「急救培训」的报名名单没有获批，原因在“名单导出”里', subject: { slice: 'activities', id: refused.id } }])
  expect(await refusal(staff.exports.take({ params: { ...params, id: refused.id }, body: {} }))).toMatchObject({ code: 'activities.exportNotReady' })
  house.clock.set(hours(7 * 24))
  expect(await refusal(approver.exports.approve({ params: { ...params, id: slow.id }, body: { note: '同意' } }))).toMatchObject({ status: 409, code: 'activities.exportDecided', details: { state: 'lapsed' } })
})

test('one list after the other, by the page, and nobody else’s for staff', async () => {
  const { id } = await crowd(1)
  const [staff, colleague, approver] = [await house.staff(), await house.staff(), await manager()]
  for (const purpose of ['第一次核对', '第二次核对', '第三次核对']) await staff.exports.ask({ params: { ...params, id }, body: { purpose } })
  const first = await staff.exports.list({ params, query: { activityId: id, limit: 2 } })
  const rest = await staff.exports.list({ params, query: { activityId: id, limit: 2, cursor: first.nextCursor ?? '' } })
  expect([...first.items, ...rest.items].map(({ purpose }) => purpose)).toEqual(['第三次核对', '第二次核对', '第一次核对'])
  expect((await colleague.exports.list({ params, query: { show: 'all', activityId: id } })).items).toEqual([])
  expect((await approver.exports.list({ params, query: { show: 'all', activityId: id } })).items).toHaveLength(3)
  expect(await refusal(staff.exports.ask({ params: { ...params, id: (await house.activity()).id }, body: { purpose: '现场签到核对' } }))).toMatchObject({ code: 'activities.exportEmpty' })
})

test('every step is a fact of the activity, and no fact says the purpose', async () => {
  const { id } = await crowd(101)
  const [staff, approver] = [await house.staff(), await manager()]
  const asked = await staff.exports.ask({ params: { ...params, id }, body: { purpose: '林禾要的名单' } })
  await approver.exports.approve({ params: { ...params, id: asked.id }, body: { note: '同意林禾' } })
  await staff.exports.take({ params: { ...params, id: asked.id }, body: {} })
  const { rows } = await house.owner.query<{ fact: string; account_id: string; data: object }>('select fact, account_id, data from audit_facts where subject_id = $1 order by at, id', [id])
  expect(rows).toEqual([['activities.exportAsked', staff.accountId], ['activities.exportApproved', approver.accountId], ['activities.exportTaken', staff.accountId]].map(([fact, account_id]) => ({ fact, account_id, data: { exportId: asked.id, rows: 101, hasPhones: false } })))
})

describe('agreed to and refused at the same moment', () => {
  async function waiting(): Promise<string> {
    const { id } = await crowd(101)
    return (await (await house.staff()).exports.ask({ params: { ...params, id }, body: { purpose: '保险公司投保' } })).id
  }

  test('one of the two counts', async () => {
    const [one, other] = [await manager(), await manager()]
    for (let round = 0; round < 4; round++) {
      const input = { params: { ...params, id: await waiting() }, body: { note: '已核实' } }
      const outcome = (attempt: Promise<{ state: string }>) => attempt.then(({ state }) => state, (error: ApiError) => error.code)
      const outcomes = await Promise.all([outcome(one.exports.approve(input)), outcome(other.exports.refuse(input))])
      expect(outcomes).toContain('activities.exportDecided')
      expect(outcomes).toContain((await house.one<{ state: string }>('select state from activity_exports where id = $1', [input.params.id])).state)
    }
  })

  test('the unguarded twin lets both count', async () => {
    const id = await waiting()
    const accounts = [(await manager()).accountId, (await manager()).accountId]
    const decided = await house.atOnce(2, async (client, met, index) => {
      const { rows } = await client.query<{ state: string }>('select state from activity_exports where id = $1', [id])
      await met()
      if (rows[0]?.state !== 'asked') return false
      await client.query(`update activity_exports set state = $2, decided_by = $3, note = '已核实', decided_at = $4, expires_at = $5 where id = $1`, [id, index === 0 ? 'approved' : 'refused', accounts[index], testNow, index === 0 ? hours(24) : null])
      return true
    })
    expect(decided).toEqual([true, true])
  })
})

test('what the rules say the table says too', async () => {
  const { id } = await crowd(101)
  const staff = await house.staff()
  const asked = await staff.exports.ask({ params: { ...params, id }, body: { purpose: '保险公司投保' } })
  const set = (sql: string, values: unknown[] = []) => refusal(house.owner.query(`update activity_exports set ${sql} where id = '${asked.id}'`, values))
  expect(await set(`state = 'approved', decided_by = asked_by, note = 'x', decided_at = now()`)).toMatchObject({ constraint: 'activity_exports_second_person' })
  expect(await set(`state = 'approved'`)).toMatchObject({ constraint: 'activity_exports_approved' })
})
