import type { Binding } from '@dangqun/contracts/organization/bindings/schemas'
import { bindingBasisLabels, bindingKindLabels, bindingStateLabels } from '@dangqun/contracts/organization/bindings/vocabulary'
import { Alert, App, Button, Drawer, Input, Radio } from 'antd'
import { useState } from 'react'
import { HistoryPart } from '../../audit/components/history-panel'
import { ErrorPanel } from '../../ui/error-panel'
import { Field } from '../../ui/field'
import { ListSkeleton } from '../../ui/list-skeleton'
import { MomentText } from '../../ui/moment-text'
import { sayRefusal } from '../../ui/say-error'
import { useBinding, useDecision } from '../organization-bindings.api'

interface Props {
  center: string
  id: string | undefined
  onClose: () => void
  /** After a decision: on to the next that waits. */
  onDone: () => void
}

/** One asking, with the records that could be meant. */
export function BindingDrawer({ center, id, onClose, onDone }: Props) {
  const binding = useBinding(center, id)
  return (
    <Drawer open={id !== undefined} onClose={onClose} size={560} title={binding.data ? `${binding.data.name}：${bindingKindLabels[binding.data.kind]}` : '身份核对'} destroyOnHidden>
      {binding.isPending ? <ListSkeleton rows={6} /> : null}
      {binding.isError && !binding.data ? <ErrorPanel error={binding.error} what="这条申请" onRetry={() => void binding.refetch()} /> : null}
      {binding.data ? <BindingCard key={binding.data.id} center={center} binding={binding.data} onDone={onDone} /> : null}
    </Drawer>
  )
}

const usualEvidence = { member: ['身份证原件', '本人电话，按名册号码回拨'], firm: ['营业执照和法定代表人身份证', '营业执照和授权书'] }
const usualReasons = { member: ['名册里没有找到，请带身份证到窗口', '姓名和身份证号不一致', '组织关系不在本区域'], firm: ['没有带营业执照', '授权书没有盖章或已过期', '不是本商圈的企业'] }
const agreements = { member: { idNumber: '身份证号一致', name: '姓名一致', phone: '手机号一致' }, firm: { idNumber: '身份证号一致', name: '名称一致', phone: '手机号一致' } } as const

function BindingCard({ center, binding, onDone }: { center: string; binding: Binding; onDone: () => void }) {
  const { message } = App.useApp()
  const isSure = binding.candidates[0]?.agrees.includes('idNumber') || (binding.candidates.length === 1 && binding.kind === 'firm')
  const [targetId, setTargetId] = useState(isSure ? binding.candidates[0]?.id : undefined)
  const [evidence, setEvidence] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState<'confirm' | 'refuse' | 'end' | null>(null)
  const decide = useDecision(center, binding.id)
  const refusal = sayRefusal(decide.error)
  const [isRefusing, setIsRefusing] = useState(false)

  const done = (words: string) => {
    void message.success(words)
    onDone()
  }
  const confirm = () => {
    setAsked('confirm')
    if (targetId === undefined || evidence.trim().length < 2) return
    void decide.mutateAsync({ action: 'confirm', targetId, evidence: evidence.trim() }).then(() => done(`${binding.name}已确认`), () => undefined)
  }
  const turnDown = (action: 'refuse' | 'end') => {
    setAsked(action)
    if (reason.trim().length < 2) return
    void decide.mutateAsync({ action, reason: reason.trim() }).then(() => done(action === 'refuse' ? '已告知没有通过的原因' : '已解除绑定'), () => undefined)
  }
  const isOpen = binding.allowedActions.includes('confirm')
  const chips = (words: readonly string[], choose: (value: string) => void) => <div className="usual">{words.map((each) => <button key={each} type="button" className="chip" onClick={() => choose(each)}>{each}</button>)}</div>
  const reasonField = (action: 'refuse' | 'end') => (
    <>
      <Field id="binding-reason" label="原因" hint="本人会看到这句话。" error={asked === action && reason.trim().length < 2 ? '请写明原因' : undefined}>
        {(props) => <Input {...props} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {action === 'refuse' ? chips(usualReasons[binding.kind], setReason) : null}
    </>
  )
  return (
    <>
      <dl className="sheet">
        <dt>状态</dt><dd>{bindingStateLabels[binding.state]}</dd>
        <dt>提交时间</dt><dd><MomentText at={binding.createdAt} relative="inline" /></dd>
        <dt>自己填的姓名</dt><dd>{binding.name}</dd>
        {binding.idNumber ? <><dt>身份证号</dt><dd className="figures">{binding.idNumber}</dd></> : null}
        {binding.firm ? <><dt>企业名称</dt><dd>{binding.firm}</dd></> : null}
        {binding.basis ? <><dt>凭据</dt><dd>{bindingBasisLabels[binding.basis]}</dd></> : null}
        <dt>账号留的手机号</dt><dd className="figures">{binding.person.phone ?? <span className="quiet">没有留</span>}</dd>
        {binding.target ? <><dt>绑定到</dt><dd>{binding.target.name}</dd></> : null}
        {binding.evidence ? <><dt>核对了什么</dt><dd>{binding.evidence}</dd></> : null}
        {binding.reason ? <><dt>原因</dt><dd>{binding.reason}</dd></> : null}
      </dl>
      {isOpen && !isRefusing ? (
        <section className="drawer-part" aria-labelledby="candidates">
          <h3 id="candidates" className="rank-title">可能对应的记录</h3>
          {binding.candidates.length === 0 ? <Alert type="warning" showIcon title={binding.kind === 'member' ? '名册里没有对得上的记录' : '名录里没有名称相近的企业'} description="请本人到窗口核对，或写明原因退回。先登记到名册或名录，再打开这条申请，就能选到。" /> : null}
          <Radio.Group className="candidates" value={targetId} onChange={(event) => setTargetId(event.target.value as string)}>
            {binding.candidates.map((candidate) => (
              <Radio key={candidate.id} value={candidate.id}>
                <span className="strong">{candidate.name}</span> <span className="quiet">{candidate.where}{candidate.phone ? ` · ${candidate.phone}` : ''}</span>
                <span className="agrees">{candidate.agrees.map((each) => agreements[binding.kind][each]).join('、') || '只是相近，请仔细核对'}</span>
              </Radio>
            ))}
          </Radio.Group>
          {asked === 'confirm' && targetId === undefined ? <div className="field-error" role="alert">请选择对应的记录</div> : null}
          <Field id="binding-evidence" label="核对了什么" error={asked === 'confirm' && evidence.trim().length < 2 ? '请写明看过哪些证件' : undefined}>
            {(props) => <Input {...props} maxLength={100} value={evidence} onChange={(event) => setEvidence(event.target.value)} />}
          </Field>
          {chips(usualEvidence[binding.kind], setEvidence)}
        </section>
      ) : null}
      {isRefusing ? <section className="drawer-part">{reasonField(isOpen ? 'refuse' : 'end')}</section> : null}
      {refusal ? <Alert className="advice" type="error" showIcon role="alert" title={refusal} /> : null}
      {binding.allowedActions.length > 0 ? (
        <div className="drawer-actions">
          {isRefusing ? (
            <>
              <Button danger loading={decide.isPending} onClick={() => turnDown(isOpen ? 'refuse' : 'end')}>{isOpen ? '不通过' : '解除绑定'}</Button>
              <Button onClick={() => setIsRefusing(false)}>返回</Button>
            </>
          ) : (
            <>
              {isOpen ? <Button type="primary" loading={decide.isPending} disabled={binding.candidates.length === 0} onClick={confirm}>确认是本人</Button> : null}
              <Button danger onClick={() => setIsRefusing(true)}>{isOpen ? '不通过…' : '解除绑定…'}</Button>
            </>
          )}
        </div>
      ) : null}
      <HistoryPart center={center} kind="binding" id={binding.id} />
    </>
  )
}
