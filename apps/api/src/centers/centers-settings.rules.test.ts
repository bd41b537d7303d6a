import { centerSettings } from '@dangqun/contracts/centers/settings-schemas'
import { overridesFrom, settingsByDefault, settingsChanges, settingsFrom } from './centers-settings.rules.js'

test('the defaults are settings that anybody might have set', () => {
  expect(centerSettings.parse(settingsByDefault)).toEqual(settingsByDefault)
  expect(settingsByDefault.activities).toMatchObject({ offerHoldMinutes: 30, noShowLimit: 3, noShowWindowDays: 90, noShowPauseDays: 30, checkInOpensMinutesBefore: 60 })
})

test('only what differs from the defaults is kept', () => {
  const set = { ...settingsByDefault, activities: { ...settingsByDefault.activities, noShowLimit: 5 } }
  expect(overridesFrom(set)).toEqual({ activities: { noShowLimit: 5 } })
  expect(settingsFrom(overridesFrom(set))).toEqual(set)
  expect(overridesFrom(settingsByDefault)).toEqual({})
})

test('a change is told with both values', () => {
  expect(settingsChanges(settingsByDefault, { ...settingsByDefault, activities: { ...settingsByDefault.activities, noShowLimit: 5 } })).toEqual(['activities.noShowLimit: 3 → 5'])
})
