import type { GrantRow, InvitationRow } from '@dangqun/contracts/accounts/grants/schemas'
import { roleLabels } from '@dangqun/contracts/accounts/vocabulary'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { useRevoke, useWithdraw } from '../accounts-grants.api'

/** A role ends at once; the reason stays in the list of what was taken back. */
export function RevokeDialog({ center, row, onClose }: { center: string; row: GrantRow; onClose: () => void }) {
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const revoke = useRevoke(center, row.id)
  const who = row.personName ?? row.username ?? '这个账号'
  const isShort = reason.trim().length < 2
  const send = () => {
    setWasAsked(true)
    if (isShort) return
    revoke.mutate(reason.trim(), {
      onSuccess: () => {
        void message.success(`已收回${who}的${roleLabels[row.role]}`)
        onClose()
      },
    })
  }
  return (
    <Modal open title={`收回${who}的“${roleLabels[row.role]}”？`} okText="收回" cancelText="先不收回" okButtonProps={{ danger: true }} confirmLoading={revoke.isPending} onOk={send} onCancel={onClose}>
      <p>收回后立即生效，对方正打开的页面也不能再办理。需要时可以重新邀请。</p>
      <Field id="revoke-reason" label="原因" error={sayRefusal(revoke.error) ?? (wasAsked && isShort ? '请写明原因，至少两个字' : undefined)} hint="例如：调离、退休、职务变动。">
        {(props) => <Input {...props} autoFocus maxLength={200} showCount value={reason} onChange={(event) => setReason(event.target.value)} onPressEnter={send} />}
      </Field>
    </Modal>
  )
}

export function WithdrawDialog({ center, row, onClose }: { center: string; row: InvitationRow; onClose: () => void }) {
  const { message } = App.useApp()
  const withdraw = useWithdraw(center)
  const refusal = sayRefusal(withdraw.error)
  const send = () =>
    withdraw.mutate(row.id, {
      onSuccess: () => {
        void message.success('邀请已收回')
        onClose()
      },
    })
  return (
    <Modal open title={`收回给“${row.note}”的邀请？`} okText="收回邀请" cancelText="先不收回" okButtonProps={{ danger: true }} confirmLoading={withdraw.isPending} onOk={send} onCancel={onClose}>
      <p>收回后这个邀请码不能再用。</p>
      {refusal ? <Alert type="error" showIcon title={refusal} /> : null}
    </Modal>
  )
}
