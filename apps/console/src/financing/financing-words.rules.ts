import type { EntryRule, Fee, Pricing } from '@dangqun/contracts/financing/products/schemas'
import {
  feeBasisLabels, feePayeeLabels, feeTimeLabels, industryLabels, lprResetLabels, lprTenorLabels, revenueFloorLabels, staffFloorLabels, taxFloorLabels, taxGradeLabels,
} from '@dangqun/contracts/financing/vocabulary'
import { sayBp, sayBpRange, sayYuan } from '@dangqun/contracts/kit/figures'
import { firmKindLabels } from '@dangqun/contracts/organization/vocabulary'

const signed = (bp: number) => `${bp < 0 ? '−' : '+'} ${Math.abs(bp)} 基点`

export function sayPricing(pricing: Pricing): string {
  if (pricing.kind === 'fixed') return `固定利率 ${sayBpRange(pricing.lowBp, pricing.highBp)}`
  const spread = pricing.spreadLowBp === pricing.spreadHighBp ? signed(pricing.spreadLowBp) : `${signed(pricing.spreadLowBp)} 到 ${signed(pricing.spreadHighBp)}`
  return `${lprTenorLabels[pricing.tenor]} ${spread}，${lprResetLabels[pricing.reset]}`
}

export function sayFee({ name, payee, time, basis, fen, bp }: Fee): string {
  return `${name}：${feeTimeLabels[time]}付给${feePayeeLabels[payee]}，${basis === 'fixed' ? sayYuan(fen) : `${feeBasisLabels[basis]}的 ${sayBp(bp)}`}`
}

export function sayEntryRule(rule: EntryRule): string {
  switch (rule.kind) {
    case 'founded': return `成立满 ${rule.months} 个月`
    case 'revenue': return `年营业收入 ${revenueFloorLabels[rule.from]}以上`
    case 'tax': return `年纳税额 ${taxFloorLabels[rule.from]}以上`
    case 'staff': return `员工 ${staffFloorLabels[rule.from]}以上`
    case 'tax_grade': return `纳税信用 ${rule.grades.map((grade) => taxGradeLabels[grade]).join('、')}`
    case 'industry_in': return `只做${rule.industries.map((industry) => industryLabels[industry]).join('、')}`
    case 'industry_out': return `不做${rule.industries.map((industry) => industryLabels[industry]).join('、')}`
    case 'firm_kind': return `只给${rule.firmKinds.map((kind) => firmKindLabels[kind]).join('、')}`
    case 'not_first_loan': return '不接受第一次贷款的企业'
  }
}
