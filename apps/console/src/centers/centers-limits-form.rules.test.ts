import { limitFields, limitsChange, limitsErrors, limitsGroups, limitsValues } from './centers-limits-form.rules'

const values = Object.fromEntries(limitFields.map(({ path, byDefault }) => [path, byDefault]))

test('every number of the contract has its place in the form', () => {
  expect(limitsGroups.map(({ label }) => label)).toContain('活动报名与签到')
  expect(limitFields.every(({ label, hint, unit }) => label && hint && unit)).toBe(true)
  expect(limitsErrors(values)).toEqual({})
})

test('changes go out in their groups', () => {
  expect(limitsChange({ 'activities.noShowLimit': 5 }, 2)).toEqual({ version: 2, activities: { noShowLimit: 5 } })
  expect(limitsChange({}, 2)).toEqual({ version: 2 })
})

test('an empty field and a number out of bounds are told at their place', () => {
  expect(limitsErrors({ ...values, 'activities.noShowLimit': null, 'activities.offerHoldMinutes': 1 })).toEqual({ 'activities.noShowLimit': '请填写数字', 'activities.offerHoldMinutes': '最少 5 分钟' })
})

test('values are read from the settings by their paths', () => {
  const settings = { calendar: { corrections: [] }, activities: { offerHoldMinutes: 45 }, transfer: { submitted: 2 } } as unknown as Parameters<typeof limitsValues>[0]
  expect(limitsValues(settings)).toMatchObject({ 'activities.offerHoldMinutes': 45, 'transfer.submitted': 2 })
})
