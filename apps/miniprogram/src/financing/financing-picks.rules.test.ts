import { aMatch } from '../../test/financing'
import { isEnough, pickable, sharingText, toggled, toPicks, wished, withNeeded, withPurpose } from './financing-picks.rules'

const items = [1, 2, 3, 4, 5, 6].map((n) => aMatch(n))
const another = aMatch(1, { product: { ...aMatch(1).product, id: 'p1b' } })

test('what does not fit, and a bank that is at work on it, cannot be ticked', () => {
  const offers = pickable([...items, aMatch(6, { outcome: 'fails' }), aMatch(5, { outcome: 'unranked' })], new Set(['b2']))
  expect(offers.map(({ product }) => product.id)).toEqual(['p1', 'p3', 'p4', 'p5', 'p6'])
})

test('wishes are ticked beforehand: one a bank, no more than there are places, in rank order', () => {
  expect(wished([...items, another], ['p3', 'p1b', 'p1', 'gone'], 5)).toEqual(['p1', 'p3'])
  expect(wished(items, ['p1', 'p2', 'p3'], 2)).toEqual(['p1', 'p2'])
})

test('a sixth bank is refused, another product of a ticked bank takes the place of the first', () => {
  const five = ['p1', 'p2', 'p3', 'p4', 'p5']
  expect(toggled([...items, another], five, 'p6', 5)).toBeNull()
  expect(toggled([...items, another], five, 'p1b', 5)).toEqual(['p2', 'p3', 'p4', 'p5', 'p1b'])
  expect(toggled(items, five, 'p3', 5)).toEqual(['p1', 'p2', 'p4', 'p5'])
  expect(toggled(items, ['p1'], 'p2', 1)).toBeNull()
})

test('nothing is agreed to beforehand; the two that are needed can be agreed to together, and each taken back', () => {
  expect(isEnough()).toBe(false)
  expect(isEnough(['demand'])).toBe(false)
  expect(withNeeded(['result'])).toEqual(['demand', 'contact', 'result'])
  expect(withPurpose(['demand', 'contact'], 'contact', false)).toEqual(['demand'])
  expect(withPurpose(['result'], 'demand', true)).toEqual(['demand', 'result'])
})

test('exactly what was ticked is sent, and nothing while a bank lacks what it needs', () => {
  expect(toPicks(['p1', 'p2'], { p1: ['demand', 'contact'], p2: ['demand'] })).toBeNull()
  expect(toPicks([], {})).toBeNull()
  expect(toPicks(['p1', 'p2'], { p1: ['demand', 'contact'], p2: ['demand', 'contact', 'result'], p3: ['demand', 'contact'] })).toEqual([
    { productId: 'p1', purposes: ['demand', 'contact'] },
    { productId: 'p2', purposes: ['demand', 'contact', 'result'] },
  ])
})

test('a consent names its bank', () => {
  expect(sharingText('contact', '徽远银行').title).toBe('把联系人和电话给徽远银行')
})
