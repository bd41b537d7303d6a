import { emptyPerson, holdingWords, personSchema, toCreatePerson } from './organization-persons.rules'

test('what moves is counted in words; nothing is null', () => {
  expect(holdingWords({ items: [{ kind: 'sign_ups', count: 3 }, { kind: 'members', count: 1 }] })).toBe('活动报名 3 条、党员记录 1 条')
  expect(holdingWords({ items: [] })).toBeNull()
})

test('a phone that was not given is none, and a name must be', () => {
  expect(toCreatePerson({ name: '林禾', phone: ' ' })).toEqual({ name: '林禾', phone: null })
  expect(personSchema.safeParse(toCreatePerson(emptyPerson)).error?.issues.map(({ path: [field] }) => field)).toEqual(['name'])
})
