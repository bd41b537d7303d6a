import type { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse } from '../app/testing/test-house.js'
import { addWorkingDays, dueAfterWorkingDays, isWorkingDay } from '../platform/calendar/calendar.rules.js'
import { Units } from '../platform/database/units.js'
import { WorkdaysService } from './centers-workdays.service.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

const at = (slug = 'shangbai') => ({ params: { center: slug } })
const calendarAt = ({ id }: { id: string }) => house.app.get(Units).runAt(id, (manager) => house.app.get(WorkdaysService).at(manager))
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)
const newYear = { source: '国办发明电〔2026〕7号', days: [{ date: '2027-01-01', isWorking: false, name: '元旦' }, { date: '2027-01-02', isWorking: true, name: '元旦调休' }] }
const yearOf2027 = { params: { year: '2027' } }

test('the decrees that the API ships with hold from the start', async () => {
  const year = await house.anonymous.centers.getWorkdays({ params: { year: '2026' } })
  expect(year).toMatchObject({ year: 2026, isDecreed: true })
  expect(year.days[0]).toEqual({ date: '2026-01-01', isWorking: false, name: '元旦' })
  expect(year.days.filter(({ isWorking }) => isWorking)).toHaveLength(6)
  expect(addWorkingDays(await calendarAt(house.center), '2026-09-30', 1)).toBe('2026-10-08')
  expect(dueAfterWorkingDays(await calendarAt(house.center), new Date('2026-10-08T09:00:00+08:00'), 2)).toEqual(new Date('2026-10-10T23:59:59+08:00'))
})

test('a missing decree is told until an administrator has entered the year', async () => {
  const [{ centers }, admin] = [await house.staff(), await house.signIn({ role: 'system_admin', center: null })]
  const metric = async () => /^dangqun_workdays_missing_year (\d+)$/m.exec((await house.raw('GET', '/metrics')).text)?.[1]
  expect(await centers.getSettings(at())).toMatchObject({ missingDecree: 2027 })
  expect(await metric()).toBe('2027')
  expect(await centers.getWorkdays(yearOf2027)).toEqual({ year: 2027, isDecreed: false, days: [], source: null })

  expect(await admin.centers.changeWorkdays({ ...yearOf2027, body: newYear })).toEqual({ year: 2027, isDecreed: true, ...newYear })
  expect(await centers.getSettings(at())).toMatchObject({ missingDecree: null })
  expect(await metric()).toBe('0')
  expect(addWorkingDays(await calendarAt(house.other), '2026-12-31', 1)).toBe('2027-01-02')

  // A year is replaced as a whole, and an emptied one is missing again.
  expect((await admin.centers.changeWorkdays({ ...yearOf2027, body: { ...newYear, days: newYear.days.slice(0, 1) } })).days).toHaveLength(1)
  expect((await admin.centers.changeWorkdays({ ...yearOf2027, body: { ...newYear, days: [] } })).isDecreed).toBe(false)
})

test('days of another year, twice the same and a year without a holiday come back with their place', async () => {
  const { centers } = await house.signIn({ role: 'system_admin', center: null })
  const fields = async (days: typeof newYear.days) => (await refusal(centers.changeWorkdays({ ...yearOf2027, body: { ...newYear, days } }))).fields
  const [holiday, makeUp] = newYear.days
  if (!holiday || !makeUp) throw new Error('two days are needed')
  expect(await fields([holiday, { ...holiday, date: '2026-12-31' }])).toEqual({ 'days.1.date': '这一天不在 2027 年' })
  expect(await fields([holiday, holiday])).toEqual({ 'days.1.date': '同一天只能写一次' })
  expect(await fields([makeUp])).toEqual({ days: '至少要有一个放假的日子' })
})

test("a centre's corrections hold at this centre only", async () => {
  const { centers } = await house.signIn({ role: 'center_manager', center: house.center })
  await centers.changeSettings({ ...at(), body: { version: 1, calendar: { corrections: [{ date: '2026-12-05', isWorking: true, reason: '年终集中办理' }] } } })
  expect(isWorkingDay(await calendarAt(house.center), '2026-12-05')).toBe(true)
  expect(isWorkingDay(await calendarAt(house.other), '2026-12-05')).toBe(false)
  const refused = await refusal(centers.changeSettings({ ...at(), body: { version: 2, calendar: { corrections: [{ date: '2026-12-05', isWorking: true, reason: '一' }, { date: '2026-12-05', isWorking: false, reason: '二' }] } } }))
  expect(refused.fields).toEqual({ 'calendar.corrections': '同一天只能写一次' })
})
