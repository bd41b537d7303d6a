import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import { dayCountLabels, purposeLabels, repaymentLabels, securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import { sayEntryRule, sayFee, sayPricing } from '../financing-words.rules'

/** What the bank says of the product, whole. */
export function VersionFacts({ terms }: { terms: ProductTerms }) {
  const { contact } = terms
  return (
    <section className="panel facts" aria-labelledby="terms-title">
      <h2 id="terms-title">产品条款</h2>
      <dl>
        <dt>额度</dt><dd>{sayAmount(terms.amountMinFen)} 到 {sayAmount(terms.amountMaxFen)}</dd>
        <dt>期限</dt><dd>{sayMonths(terms.termMinMonths)} 到 {sayMonths(terms.termMaxMonths)}</dd>
        <dt>利率</dt><dd>{sayPricing(terms.pricing)}</dd>
        <dt>计息方式</dt><dd>{dayCountLabels[terms.dayCount]}</dd>
        <dt>还款方式</dt><dd>{terms.repayments.map((each) => repaymentLabels[each]).join('、')}（第一种是常用的）</dd>
        <dt>其他费用</dt>
        <dd>{terms.fees === null ? '没有填写：不参加排序' : terms.fees.length === 0 ? '声明：无其他费用' : terms.fees.map((fee) => <div key={fee.name}>{sayFee(fee)}</div>)}</dd>
        <dt>担保</dt><dd>{terms.securities.map((each) => securityLabels[each]).join('、')}{terms.loanToValueBp === null ? '' : `，抵押率最高 ${terms.loanToValueBp / 100}%`}{terms.hasOwnerGuarantee ? '；另需实控人保证' : ''}</dd>
        <dt>用途</dt><dd>{terms.purposes.map((each) => purposeLabels[each]).join('、')}{terms.acceptsRenewal ? '；可续贷、置换' : ''}</dd>
        <dt>准入条件</dt><dd>{terms.entryRules.length === 0 ? '没有' : terms.entryRules.map((rule) => <div key={rule.kind}>{sayEntryRule(rule)}</div>)}</dd>
        <dt>承诺答复</dt><dd>{terms.promisedDays === null ? '没有承诺' : `材料齐全后 ${terms.promisedDays} 个工作日`}</dd>
        <dt>材料</dt><dd>{terms.materials.join('、') || '没有填写'}</dd>
        <dt>联系</dt><dd>{contact.outlet}，客户经理 {contact.managerNumber}，{contact.managerPhone}</dd>
        <dt>有效期</dt><dd className="figures">{terms.validFrom} 到 {terms.validTo}</dd>
      </dl>
    </section>
  )
}
