import { ageBandLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { purposeLabels, repaymentLabels, revenueBandLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import { firmKindLabels } from '@dangqun/contracts/organization/vocabulary'
import { sayNeed, saySecurities } from '../financing-need-words.rules'
import { industryName } from '../financing-referrals-words.rules'
import { sayFee, sayPricing } from '../financing-words.rules'
import { CaseLines, PhoneNumber } from './case-lines'

/** What a bank sees before it may know the firm, and nothing more. */
export function ReferralOutline({ outline }: Pick<Referral, 'outline'>) {
  return (
    <section aria-label="大致情况">
      <h3 className="rank-title case-title">大致情况</h3>
      <CaseLines lines={[
        ['金额', sayAmount(outline.amountFen)], ['期限', sayMonths(outline.months)], ['担保', saySecurities(outline.preferredSecurity, outline.acceptableSecurities)], ['行业', industryName(outline.industry)],
        ['成立', ageBandLabels[outline.ageBand].replace('成立', '').trim()], ['年营业收入', outline.revenueBand && revenueBandLabels[outline.revenueBand]],
      ]} />
    </section>
  )
}

/** Whom to call. */
export function ContactLine({ contact }: { contact: { name: string; phone: string } }) {
  return <p className="contact"><span className="quiet">联系人</span><strong>{contact.name}</strong><PhoneNumber number={contact.phone} /></p>
}

/** The firm, and what it needs, in words. */
export function ReferralIdentity({ identity }: { identity: NonNullable<Referral['identity']> }) {
  const { creditCode, firmKind, buildingName, room, need, purposeText, neededBy } = identity
  return (
    <>
      <section aria-label="企业">
        <h3 className="rank-title case-title">企业</h3>
        <CaseLines lines={[['信用代码', creditCode && <span className="figures">{creditCode}</span>], ['类型', firmKindLabels[firmKind]], ['位置', [buildingName, room].filter(Boolean).join(' ')]]} />
      </section>
      <section aria-label="需求">
        <h3 className="rank-title case-title">需求</h3>
        <CaseLines lines={[...sayNeed(need, purposeText), ['最晚要用', neededBy && <span className="figures">{neededBy}</span>]]} />
      </section>
    </>
  )
}

/** The product as it stood when the firm picked it or the bank claimed; whom to phone at the bank. */
export function ReferralProduct({ product: { number, terms, lprOn, honouredUntil } }: { product: NonNullable<Referral['product']> }) {
  return (
    <section aria-label="产品">
      <h3 className="rank-title case-title">产品：{terms.name} <span className="quiet">第 {number} 版</span></h3>
      <CaseLines lines={[
        ['利率', <>{sayPricing(terms.pricing)} <span className="quiet">LPR 按 {lprOn} 公布的</span></>],
        ['锁定到', <><span className="figures">{honouredUntil}</span> <span className="quiet">这之前按这一版条款办</span></>],
        ['其他费用', terms.fees === null ? '没有填写' : terms.fees.length === 0 ? '无其他费用' : terms.fees.map((fee) => <div key={fee.name}>{sayFee(fee)}</div>)],
        ['还款方式', terms.repayments.map((each) => repaymentLabels[each]).join('、')],
        ['用途', terms.purposes.map((each) => purposeLabels[each]).join('、')],
        ['客户经理', <>{terms.contact.outlet}，{terms.contact.managerNumber}，<PhoneNumber number={terms.contact.managerPhone} /></>],
      ]} />
    </section>
  )
}
