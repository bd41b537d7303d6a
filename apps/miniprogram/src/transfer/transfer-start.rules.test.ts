import { transferCauses, transferKinds } from '@dangqun/contracts/transfer/vocabulary'
import { causeOptions, kindOptions, pagesOf } from './transfer-start.rules'

test('a move within one committee is not asked how it travels; consent is always last', () => {
  expect(pagesOf('internal')).toEqual(['direction', 'cause', 'consent'])
  expect(pagesOf('out').at(-1)).toBe('consent')
  expect(pagesOf(null)[0]).toBe('direction')
})

test('every kind and every cause can be chosen', () => {
  for (const direction of ['out', 'in'] as const) expect(kindOptions(direction).map(({ value }) => value).sort()).toEqual(transferKinds.filter((kind) => kind !== 'internal').sort())
  expect(causeOptions.map(({ value }) => value)).toEqual([...transferCauses])
})
