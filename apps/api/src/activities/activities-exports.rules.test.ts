import { answerableUntil, exportActionsNow, exportStateNow, exportTable, fetchableUntil, needsApproval, sayFully, watermarkOf, type ExportedSignUp } from './activities-exports.rules.js'

const now = new Date('2026-12-01T10:00:00+08:00')
const later = new Date(now.getTime() + 1)
const asker = { accountId: 'asker', approves: false }
const approver = { accountId: 'other', approves: true }
const of = (state: 'asked' | 'approved' | 'taken' | 'refused', expiresAt: Date | null = later) => ({ state, askedBy: 'asker', expiresAt })

test.each([[1, false], [100, false], [101, true]])('%i rows want a second person: %s (DOMAIN.md §5)', (rows, wanted) => expect(needsApproval(rows)).toBe(wanted))

test('a file is there for 24 hours, a question for 7 days', () => {
  expect(fetchableUntil(now).toISOString()).toBe('2026-12-02T02:00:00.000Z')
  expect(answerableUntil(now).toISOString()).toBe('2026-12-08T02:00:00.000Z')
})

test('nobody agrees to their own, and nobody else takes the file', () => {
  expect(exportActionsNow(of('asked'), approver, now)).toEqual(['approve', 'refuse'])
  expect(exportActionsNow(of('asked'), { ...asker, approves: true }, now)).toEqual([])
  expect(exportActionsNow(of('asked'), asker, now)).toEqual([])
  expect(exportActionsNow(of('approved'), asker, now)).toEqual(['file'])
  expect(exportActionsNow(of('taken'), asker, now)).toEqual(['file'])
  expect(exportActionsNow(of('approved'), approver, now)).toEqual([])
  expect(exportActionsNow(of('refused', null), asker, now)).toEqual([])
})

test('at its end it is over; what was taken stays taken, and is fetched no more', () => {
  expect([exportStateNow(of('asked', now), now), exportStateNow(of('approved', now), now), exportStateNow(of('taken', now), now), exportStateNow(of('refused', null), now)]).toEqual(['lapsed', 'lapsed', 'taken', 'refused'])
  expect(exportStateNow(of('approved', later), now)).toBe('approved')
  expect([exportActionsNow(of('asked', now), approver, now), exportActionsNow(of('approved', now), asker, now), exportActionsNow(of('taken', now), asker, now)]).toEqual([[], [], []])
})

test('a moment is said in full, in Shanghai', () => expect(sayFully(new Date('2026-12-31T16:05:00Z'))).toBe('2027年1月1日 00:05'))

test('the watermark says whose copy it is, when, what for and of what', () => {
  expect(watermarkOf({ center: '尚百', activity: '急救培训', who: 'staff', when: now, purpose: '现场核对', exportId: '01a20e5a-a4af-7bdb-ba09-b0326ba07c01' })).toEqual([
    '用途：现场核对（仅限上述用途） · staff 于 2026年12月1日 10:00 导出', '尚百 · 急救培训 · 导出编号 6ba07c01 · 用后请删除',
  ])
})

const row: ExportedSignUp = { number: 3, name: '林禾', phone: '13800138000', state: 'attended', createdAt: now, checkedInAt: now, form: { answers: { q1: '素食', q2: ['上午', '下午'] }, guardian: '林父', isInsuranceConfirmed: true } }
const questions = [{ id: 'q1', kind: 'text' as const, label: '饮食', isRequired: false, options: [] }, { id: 'q2', kind: 'several' as const, label: '时段', isRequired: false, options: ['上午', '下午'] }]

test('the table tells what the activity asked for, and nothing else', () => {
  const plain = exportTable({ asks: [], questions: [], insuranceNotice: null, minAge: null, maxAge: null }, [row], String)
  expect(plain.columns.map(({ title }) => title)).toEqual(['序号', '状态', '报名时间', '签到时间'])
  expect(plain.rows).toEqual([[3, '已参加', '2026年12月1日 10:00', '2026年12月1日 10:00']])
  const full = exportTable({ asks: ['name', 'phone'], questions, insuranceNotice: '注意安全', minAge: 14, maxAge: null }, [row, { ...row, name: null, phone: null, checkedInAt: null, form: null, state: 'offered' }], () => '138****8000')
  expect(full.columns.map(({ title }) => title)).toEqual(['序号', '姓名', '手机号', '状态', '报名时间', '签到时间', '饮食', '时段', '监护人', '保险确认'])
  expect(full.rows[0]).toEqual([3, '林禾', '138****8000', '已参加', '2026年12月1日 10:00', '2026年12月1日 10:00', '素食', '上午、下午', '林父', '已确认'])
  expect(full.rows[1]).toEqual([3, null, null, '等本人确认', '2026年12月1日 10:00', null, null, null, null, null])
})
