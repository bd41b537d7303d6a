import type { Demand } from '@dangqun/contracts/financing/demands/schemas'
import { callOutcomeLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { referralStateLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { DueText } from '../../ui/due-text'
import { MomentText } from '../../ui/moment-text'
import { StateMark } from '../../ui/state-mark'
import { holderWords, referralMarks } from '../financing-referrals-words.rules'
import { CallDialog } from './call-dialog'

/** The banks at work on a demand, each with its step and deadline, and the calls that were made. */
export function DemandReferrals({ center, demand }: { center: string; demand: Demand }) {
  const [calling, setCalling] = useState<string | null>(null)
  const { referrals, calls, audience } = demand
  const mayCall = demand.allowedActions.includes('record-call')
  return (
    <>
      {referrals.length > 0 ? (
        <section aria-label="对接单">
          <h3 className="rank-title case-title">对接单 <span className="quiet">{audience === null ? '' : audience === 'all' ? '发给了所有合作银行' : '发给了企业选的银行'}</span></h3>
          <ul className="referral-lines">
            {referrals.map((referral) => (
              <li key={referral.id}>
                <span className="two-lines"><Link className="row-link" to={`/${center}/referrals?referral=${referral.id}`}>{referral.bank.name}</Link><span className="quiet">{referral.productName ?? '没有指定产品'}</span></span>
                <StateMark {...referralMarks[referral.state]}>{referralStateLabels[referral.state]}</StateMark>
                <span className="two-lines"><span>{referral.holder ? `等${holderWords(referral.holder, 'center')}` : ''}</span>{referral.dueAt ? <DueText of={referral} /> : null}</span>
                {mayCall ? <Button size="small" aria-label={`打电话给${referral.bank.name}`} onClick={() => setCalling(referral.id)}>打电话</Button> : <span />}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {calls.length > 0 ? (
        <section aria-label="电话">
          <h3 className="rank-title case-title">打过的电话</h3>
          <ul className="calls">{calls.map((call, index) => <li key={`${call.at}${index}`}><MomentText at={call.at} /><span>{call.with}</span><span>{callOutcomeLabels[call.outcome]}</span></li>)}</ul>
        </section>
      ) : null}
      {calling ? <CallDialog key={calling} center={center} demand={demand} referralId={calling} onClose={() => setCalling(null)} /> : null}
    </>
  )
}
