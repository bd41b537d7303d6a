import type { Member } from '@dangqun/contracts/organization/members/schemas'
import { educations, ethnicities, memberCategoryLabels, memberFlowLabels, memberWarningLabels, sexLabels } from '@dangqun/contracts/organization/members/vocabulary'
import { Alert, App, Button, Drawer, Input, Modal } from 'antd'
import { useState } from 'react'
import { HistoryPart } from '../../audit/components/history-panel'
import { ErrorPanel } from '../../ui/error-panel'
import { Field } from '../../ui/field'
import { ListSkeleton } from '../../ui/list-skeleton'
import { sayRefusal } from '../../ui/say-error'
import { changesOfMember, memberValuesOf } from '../organization-member-form.rules'
import { useEndMember, useMember, useUpdateMember } from '../organization-members.api'
import { MemberForm } from './member-form'

/** One member in full. Opening it is recorded, and it says so. */
export function MemberDrawer({ center, id, onClose }: { center: string; id: string | undefined; onClose: () => void }) {
  const member = useMember(center, id)
  return (
    <Drawer open={id !== undefined} onClose={onClose} size={560} title={member.data?.name ?? '党员'} destroyOnHidden>
      {member.isPending ? <ListSkeleton rows={8} /> : null}
      {member.isError && !member.data ? <ErrorPanel error={member.error} what="这名党员" onRetry={() => void member.refetch()} /> : null}
      {member.data ? <MemberCard key={member.data.id} center={center} member={member.data} /> : null}
    </Drawer>
  )
}

function MemberCard({ center, member }: { center: string; member: Member }) {
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'update' | 'end' | null>(null)
  const update = useUpdateMember(center, member.id)
  if (doing === 'update') {
    return (
      <MemberForm
        center={center}
        name={`member.${center}.${member.id}`}
        initial={memberValuesOf(member)}
        firm={member.firm}
        submitLabel="保存"
        send={async (body) => {
          await update.mutateAsync(changesOfMember(member, body))
          setDoing(null)
          void message.success('已保存')
        }}
        onCancel={() => setDoing(null)}
      />
    )
  }
  const missing = <span className="quiet">未填</span>
  const day = (value: string | null) => (value ? <span className="figures">{value}</span> : missing)
  return (
    <>
      <p className="quiet advice">以下是敏感个人信息，本次查看已记录。</p>
      {member.endedAt ? <Alert className="advice" type="warning" title={`已移出名册：${member.endReason ?? ''}`} /> : null}
      {member.warnings.map((warning) => <Alert key={warning} className="advice" type="warning" showIcon title={memberWarningLabels[warning]} />)}
      <dl className="sheet">
        <dt>类别</dt><dd>{memberCategoryLabels[member.category]}（{memberFlowLabels[member.flow]}）</dd>
        <dt>所在支部</dt><dd>{member.branch.name}</dd>
        <dt>工作单位</dt><dd>{member.firm?.name ?? missing}</dd>
        <dt>性别、出生</dt><dd>{sexLabels[member.sex]}，<span className="figures">{member.bornOn}</span></dd>
        <dt>身份证号</dt><dd className="figures">{member.idNumber}</dd>
        <dt>手机号</dt><dd className="figures">{member.phone ?? missing}</dd>
        <dt>曾用名</dt><dd>{member.formerName ?? missing}</dd>
        <dt>民族、学历</dt><dd>{ethnicities[member.ethnicity]}，{educations[member.education]}</dd>
        <dt>入党日期</dt><dd>{day(member.joinedOn)}</dd>
        {member.category === 'full' ? <><dt>转正日期</dt><dd>{day(member.confirmedOn)}</dd></> : <><dt>预备期满</dt><dd>{day(member.probationEndsOn)}{member.extendedTo ? <>，延长至 {day(member.extendedTo)}</> : null}</dd></>}
        <dt>紧急联系人</dt><dd>{member.emergencyName || member.emergencyPhone ? <>{member.emergencyName} <span className="figures">{member.emergencyPhone}</span></> : missing}</dd>
        <dt>手机端账号</dt><dd>{member.hasAccount ? '已绑定' : '未绑定，可由工作人员代办'}</dd>
      </dl>
      {member.allowedActions.length > 0 ? (
        <div className="drawer-actions">
          {member.allowedActions.includes('update') ? <Button type="primary" onClick={() => setDoing('update')}>修改</Button> : null}
          {member.allowedActions.includes('end') ? <Button danger onClick={() => setDoing('end')}>移出名册</Button> : null}
        </div>
      ) : null}
      <HistoryPart center={center} kind="member" id={member.id} />
      {doing === 'end' ? <EndDialog center={center} member={member} onClose={() => setDoing(null)} /> : null}
    </>
  )
}

const usual = ['组织关系已转出', '去世', '出党', '重复登记']

function EndDialog({ center, member, onClose }: { center: string; member: Member; onClose: () => void }) {
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const end = useEndMember(center, member)
  const refusal = sayRefusal(end.error)
  const send = () => {
    if (reason.trim() === '') return setWasAsked(true)
    void end.mutateAsync(reason.trim()).then(
      () => {
        void message.success(`${member.name}已移出名册`)
        onClose()
      },
      () => undefined,
    )
  }
  return (
    <Modal open title={`把${member.name}移出名册？`} okText="移出名册" cancelText="先不移出" okButtonProps={{ danger: true }} confirmLoading={end.isPending} onOk={send} onCancel={onClose}>
      <p>移出后不再列在名册里，记录保留。移出不等于处理，处理由党组织作出。</p>
      <Field id="end-reason" label="原因" error={refusal ?? (wasAsked && reason.trim() === '' ? '请写明原因' : undefined)}>
        {(props) => <Input {...props} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <div className="usual">{usual.map((words) => <button key={words} type="button" className="chip" onClick={() => setReason(words)}>{words}</button>)}</div>
    </Modal>
  )
}
