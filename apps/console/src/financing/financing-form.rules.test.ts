import '../platform/zod-under-csp'
import { entryRule, fee, productTerms } from '@dangqun/contracts/financing/products/schemas'
import { entryRuleKinds } from '@dangqun/contracts/financing/vocabulary'
import { emptyFee, emptyRule, emptyTerms, fromPercent, fromWan, otherPricing, toPercent, toWan, withSecurities } from './financing-form.rules'

test('a new product lacks only its name and contact', () => {
  const result = productTerms.safeParse(emptyTerms('2026-12-01'))
  expect(result.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['contact.managerNumber', 'contact.managerPhone', 'contact.outlet', 'name'])
})

test('every rule and fee begins as one that may stand', () => {
  for (const kind of entryRuleKinds) expect(entryRule.parse(emptyRule(kind)).kind).toBe(kind)
  expect(fee.parse(emptyFee())).toEqual(emptyFee())
})

test('units there and back', () => {
  expect([fromWan(12.5), toWan(fromWan(12.5)), fromPercent(4.35), toPercent(435), fromWan(null)]).toEqual([12_500_000, 12.5, 435, 4.35, 0])
})

test('the cap comes and goes with what has a value', () => {
  const terms = emptyTerms('2026-12-01')
  expect(withSecurities(terms, ['mortgage']).loanToValueBp).toBe(7000)
  expect(withSecurities({ ...terms, loanToValueBp: 6000 }, ['pledge', 'credit']).loanToValueBp).toBe(6000)
  expect(withSecurities({ ...terms, loanToValueBp: 6000 }, ['credit']).loanToValueBp).toBeNull()
})

test('another way of pricing starts anew, the same one stays', () => {
  const { pricing } = emptyTerms('2026-12-01')
  expect(otherPricing(pricing, 'lpr')).toBe(pricing)
  expect(otherPricing(pricing, 'fixed')).toEqual({ kind: 'fixed', lowBp: 400, highBp: 500 })
})
