import type { Demand } from '@dangqun/contracts/financing/demands/schemas'
import { closeReasonLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { sayAmount } from '@dangqun/contracts/kit/figures'
import { firmKindLabels } from '@dangqun/contracts/organization/vocabulary'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { useMe } from '../../accounts/accounts.api'
import { permissionsAt } from '../../accounts/accounts.rules'
import { CaseDrawer, type CaseDrawerProps } from '../../ui/case-drawer'
import { CaseStatus } from '../../ui/case-status'
import { CaseSteps } from '../../ui/case-steps'
import { StateMark } from '../../ui/state-mark'
import { centerStateLabels, demandMarks, demandStepWords } from '../financing-demands-words.rules'
import { useDemand } from '../financing-demands.api'
import { sayNeed } from '../financing-need-words.rules'
import { holderWords, partyWords } from '../financing-referrals-words.rules'
import { CaseLines } from './case-lines'
import { DemandActions } from './demand-actions'
import { DemandMatchesPart } from './demand-matches'
import { DemandReferrals } from './demand-referrals'
import { ContactLine } from './referral-facts'

/** One demand beside its queue: what is needed on the left, whose it is and what happened on the right. */
export function DemandDrawer({ center, onDone, ...drawer }: CaseDrawerProps) {
  return (
    <CaseDrawer {...drawer} query={useDemand(center, drawer.id)} name="融资需求" what="这份需求" title={({ firm }) => firm.name}>
      {(demand) => <DemandCase key={demand.id} center={center} demand={demand} onDone={onDone} />}
    </CaseDrawer>
  )
}

function DemandCase({ center, demand, onDone }: { center: string; demand: Demand; onDone: () => void }) {
  const { state, holder, firm, contact, note, closeReason, disbursedFen } = demand
  const isMatched = state !== 'draft' && state !== 'submitted' && state !== 'verified' && demand.history.some(({ action }) => action === 'match')
  return (
    <div className="case">
      <div className="case-main">
        <CaseStatus of={demand} mark={<StateMark {...demandMarks[state]}>{centerStateLabels[state]}</StateMark>}>
          {holder ? `等${holderWords(holder, 'center')}办` : closeReason ? closeReasonLabels[closeReason] : '已结束'}
        </CaseStatus>
        {state === 'open' && holder === 'center' ? <Alert className="advice" type="warning" showIcon title="还没有银行接单" description="给银行打电话问问，再把情况告诉企业；企业可以换银行，或发给所有银行。" /> : null}
        {state === 'verified' ? <Alert className="advice" type="warning" showIcon title="还没有匹配：没有录入 LPR" description={<>录入最近一次公布值以后自动匹配。<Link className="link" to={`/${center}/lprs`}>去录入</Link></>} /> : null}
        {note ? <Alert className="advice" type="info" showIcon title={`退回时写的：${note}`} /> : null}
        <DemandActions center={center} demand={demand} onDone={onDone} />
        <ContactLine contact={contact} />
        <DemandReferrals center={center} demand={demand} />
        <section aria-label="需求">
          {demand.referrals.length > 0 ? <h3 className="rank-title case-title">需求</h3> : null}
          <CaseLines lines={[...sayNeed(demand.need, demand.purposeText), ['最晚要用', demand.neededBy && <span className="figures">{demand.neededBy}</span>], ['已放款', disbursedFen > 0 && `${sayAmount(disbursedFen)}（双方或中心确认）`]]} />
        </section>
        {isMatched ? <DemandMatchesPart center={center} id={demand.id} /> : null}
      </div>
      <CaseSteps steps={demand.history.map((step) => ({ at: step.at, words: demandStepWords(step), by: partyWords(step.party) }))} above={<FirmRecord center={center} firm={firm} foundedOn={demand.need.foundedOn} />} />
    </div>
  )
}

/** The record on file, for comparing with what the firm says. */
function FirmRecord({ center, firm, foundedOn }: { center: string; firm: Demand['firm']; foundedOn: string | undefined }) {
  const { data: me } = useMe()
  const mayOpen = me !== undefined && permissionsAt(me, center).has('organization.readFirms')
  return (
    <section aria-label="企业档案" className="firm-record">
      <h3 className="rank-title">企业档案</h3>
      <dl>
        <dt>类型</dt><dd>{firmKindLabels[firm.kind]}</dd>
        <dt>信用代码</dt><dd className="figures">{firm.creditCode ?? <span className="quiet">没有登记</span>}</dd>
        <dt>楼宇</dt><dd>{firm.buildingName}</dd>
        {foundedOn ? <><dt>成立</dt><dd className="figures">{foundedOn}</dd></> : null}
      </dl>
      {mayOpen ? <Link className="link" to={`/${center}/firms?firm=${firm.id}`}>看完整档案</Link> : null}
    </section>
  )
}
