import { closeReasonLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { declineCodeAdvice, declineCodeLabels, notDrawnReasonLabels, ratingRoundLabels, ratingTagLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBp, sayMonths } from '@dangqun/contracts/kit/figures'
import { Alert } from 'antd'
import { CaseLines } from './case-lines'

const states: Record<Referral['materials']['state'], string> = { none: '', asked: '等企业交来', delivered: '已交来，等答复', gaps: '还缺一些，等企业补', complete: '齐全' }

/** What was asked for, and what of it is still missing. */
export function ReferralMaterials({ materials: { state, asked, gaps, isAssumed }, isEnded }: Pick<Referral, 'materials'> & { isEnded: boolean }) {
  if (state === 'none') return null
  const words = isAssumed ? '没有按时答复，按齐全处理' : isEnded && state !== 'complete' ? '' : states[state]
  return (
    <section aria-label="材料">
      <h3 className="rank-title case-title">材料 <span className="quiet">{words}</span></h3>
      {asked.length > 0 ? <ul className="materials">{asked.map((name) => <li key={name} className={state === 'gaps' && gaps.includes(name) ? 'is-missing' : undefined}>{name}</li>)}</ul> : <p className="quiet">没有要交的材料。</p>}
      {state === 'gaps' ? <><p className="materials-gaps">还缺：</p><ul className="materials">{gaps.map((name) => <li key={name} className="is-missing">{name}</li>)}</ul></> : null}
    </section>
  )
}

/** What the bank decided, and how it ended. */
export function ReferralResult({ referral: { grant, isResultHidden, declineCode, notDrawnReason, closeReason, ratings } }: { referral: Referral }) {
  return (
    <>
      {isResultHidden ? <Alert className="advice case-title" type="info" showIcon title="结果不告诉中心" description="企业没有同意银行把结果告诉中心，这里看不到金额和利率。" /> : null}
      {grant ? (
        <section aria-label="批准">
          <h3 className="rank-title case-title">批准</h3>
          <CaseLines lines={[
            ['金额', sayAmount(grant.amountFen)], ['综合年化', <><strong className="figures">{sayBp(grant.allInBp)}</strong> <span className="quiet">名义 {sayBp(grant.rateBp)}</span></>], ['期限', sayMonths(grant.months)], ['担保', securityLabels[grant.security]],
            ['有效到', <span className="figures">{grant.validUntil}</span>],
          ]} />
        </section>
      ) : null}
      {declineCode || notDrawnReason || closeReason ? (
        <section aria-label="结果">
          <h3 className="rank-title case-title">结果</h3>
          <CaseLines lines={[
            ['未批准', declineCode && <>{declineCodeLabels[declineCode]} <span className="quiet">企业看到：{declineCodeAdvice[declineCode]}</span></>], ['未提款', notDrawnReason && notDrawnReasonLabels[notDrawnReason]],
            ['结束', closeReason && (closeReason === 'done' ? '已办结' : closeReason === 'ended' ? '企业结束了需求' : closeReasonLabels[closeReason])],
          ]} />
        </section>
      ) : null}
      {ratings.mine.length > 0 ? (
        <section aria-label="评价">
          <h3 className="rank-title case-title">本行的评价</h3>
          <CaseLines lines={ratings.mine.map(({ round, stars, tags }) => [ratingRoundLabels[round], `${stars} 星${tags.length > 0 ? `，${tags.map((tag) => ratingTagLabels[tag]).join('、')}` : ''}`] as const)} />
        </section>
      ) : null}
    </>
  )
}
