import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { referralStateLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { CaseDrawer, type CaseDrawerProps } from '../../ui/case-drawer'
import { CaseStatus } from '../../ui/case-status'
import { CaseSteps } from '../../ui/case-steps'
import { MomentText } from '../../ui/moment-text'
import { StateMark } from '../../ui/state-mark'
import type { Viewer } from '../financing-referrals-filter.rules'
import { firmWords, holderWords, partyWords, referralMarks, referralStepWords, sharingWords } from '../financing-referrals-words.rules'
import { useReferral } from '../financing-referrals.api'
import { ReferralActions } from './referral-actions'
import { ReferralDrawdowns } from './referral-drawdowns'
import { ContactLine, ReferralIdentity, ReferralOutline, ReferralProduct } from './referral-facts'
import { ReferralMaterials, ReferralResult } from './referral-result'

/** One referral beside its queue. */
export function ReferralDrawer({ center, viewer, onDone, ...drawer }: CaseDrawerProps & { viewer: Viewer }) {
  return (
    <CaseDrawer {...drawer} query={useReferral(center, drawer.id)} name="对接单" what="这张对接单" title={firmWords}>
      {(referral) => <ReferralCase key={referral.id} center={center} viewer={viewer} referral={referral} onDone={onDone} />}
    </CaseDrawer>
  )
}

function ReferralCase({ center, viewer, referral, onDone }: { center: string; viewer: Viewer; referral: Referral; onDone: () => void }) {
  const { state, holder, identity, sharing, product, history } = referral
  const isOpenToAll = product === null && referral.productName === null
  const hidden = viewer === 'bank' ? sharingWords({ state, sharing, identity, isOpenToAll }) : null
  return (
    <div className="case">
      <div className="case-main">
        <p className="case-kind">{viewer === 'center' ? <>{referral.bank.name} · <Link className="link" to={`/${center}/demands?demand=${referral.demandId}`}>看这份融资需求</Link></> : state !== 'offered' ? referral.productName : isOpenToAll ? '发给所有合作银行' : '企业选了本行'}</p>
        <CaseStatus of={referral} mark={<StateMark {...referralMarks[state]}>{referralStateLabels[state]}</StateMark>}>{holder ? `等${holderWords(holder, viewer)}办` : '已结束'}</CaseStatus>
        {hidden ? <Alert className="advice" type={sharing.state === 'lapsed' || sharing.state === 'withdrawn' ? 'warning' : 'info'} showIcon title={hidden.title} description={hidden.body} /> : null}
        <ReferralActions center={center} referral={referral} onDone={onDone} />
        {identity?.contact ? <ContactLine contact={identity.contact} /> : null}
        {/* What is at hand first: how far it has come, then whose it is. */}
        <ReferralDrawdowns center={center} referral={referral} onDone={onDone} />
        <ReferralResult referral={referral} />
        <ReferralMaterials materials={referral.materials} isEnded={holder === null} />
        {identity ? <ReferralIdentity identity={identity} /> : <ReferralOutline outline={referral.outline} />}
        {product ? <ReferralProduct product={product} /> : null}
      </div>
      <CaseSteps
        steps={history.map((step) => ({ at: step.at, words: referralStepWords(step), by: partyWords(step.party) }))}
        above={sharing.state === 'standing' && sharing.until ? <><h3 className="rank-title">授权</h3><p className="sharing-until"><span>到 <MomentText at={sharing.until} /></span><span className="quiet">{sharing.purposes.includes('result') ? '含把结果告诉中心' : '不含把结果告诉中心'}</span></p></> : null}
      />
    </div>
  )
}
