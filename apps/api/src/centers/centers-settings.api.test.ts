import type { ApiError } from '@dangqun/contracts/kit/errors'
import { CenterSettingsService } from './centers-settings.service.js'
import { TestHouse } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

const at = (slug = 'shangbai') => ({ params: { center: slug } })
const manager = () => house.signIn({ role: 'center_manager', center: house.center })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)

test('what was never set holds by default; what is set holds at this centre only, and the ledger tells it', async () => {
  const { centers } = await manager()
  const first = await centers.getSettings(at())
  expect(first).toMatchObject({ version: 1, changedAt: null, settings: { activities: { noShowLimit: 3 } }, allowedActions: ['update'] })
  const changed = await centers.changeSettings({ ...at(), body: { version: 1, activities: { noShowLimit: 5 } } })
  expect(changed).toMatchObject({ version: 2, changedAt: '2026-12-01T10:00:00.000+08:00', settings: { activities: { noShowLimit: 5, offerHoldMinutes: 30 } } })

  const elsewhere = await house.staff(house.other)
  expect(await elsewhere.centers.getSettings(at('yunhai'))).toMatchObject({ version: 1, settings: { activities: { noShowLimit: 3 } }, allowedActions: [] })
  const [units, settings] = [house.app.get(Units), house.app.get(CenterSettingsService)]
  expect((await units.runAt(house.center.id, (each) => settings.of(each))).activities.noShowLimit).toBe(5)
  expect((await units.runAt(house.other.id, (each) => settings.of(each))).activities.noShowLimit).toBe(3)

  expect(await house.one("select center_id, data from audit_facts where fact = 'centers.settingsChanged'")).toEqual({ center_id: house.center.id, data: { version: 2, changes: ['activities.noShowLimit: 3 → 5'] } })
})

test('a change based on old settings is refused, and of two at once one wins', async () => {
  const { centers } = await manager()
  const { version } = await centers.getSettings(at())
  const answers = await Promise.allSettled([40, 50].map((offerHoldMinutes) => centers.changeSettings({ ...at(), body: { version, activities: { offerHoldMinutes } } })))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await refusal(centers.changeSettings({ ...at(), body: { version, activities: { offerHoldMinutes: 60 } } }))).toMatchObject({ status: 409, code: 'request.changedMeanwhile', details: { version: version + 1 } })
})

test('without the version in the condition, all of those who looked at once write over each other', async () => {
  await house.owner.query('create table settings_unguarded as select 1 as version, 30 as minutes')
  const managers = await Promise.all(Array.from({ length: 6 }, () => house.connect()))
  try {
    const looked = await Promise.all(managers.map((each) => each.query<{ version: number }>('select version from settings_unguarded')))
    const written = await Promise.all(managers.filter((_, place) => looked[place]?.rows[0]?.version === 1).map((each, place) => each.query('update settings_unguarded set version = 2, minutes = $1', [40 + place])))
    expect(written.map(({ rowCount }) => rowCount)).toEqual([1, 1, 1, 1, 1, 1])
    expect(await house.one('select version from settings_unguarded')).toEqual({ version: 2 })
  } finally {
    await Promise.all(managers.map((each) => each.end()))
    await house.owner.query('drop table settings_unguarded')
  }
})

test('numbers out of bounds come back with their field and the bound', async () => {
  const { centers } = await manager()
  const error = await refusal(centers.changeSettings({ ...at(), body: { version: 1, activities: { offerHoldMinutes: 1, noShowLimit: 2.5 } } }))
  expect(error.status).toBe(400)
  expect(error.fields).toEqual({ 'activities.offerHoldMinutes': '最少 5 分钟', 'activities.noShowLimit': '要填整数' })
})
