import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayError, sayRefusal } from '../../ui/say-error'
import { useFileOpinion, useWithdrawConsent } from '../transfer.api'

/** What is done to a case beside its steps: an opinion on a probation that is over, and consent taken back after issue. */
export function SideActions({ center, transfer }: { center: string; transfer: Transfer }) {
  const { message, modal } = App.useApp()
  const [isWriting, setIsWriting] = useState(false)
  const withdraw = useWithdrawConsent(center, transfer.id)
  const may = (action: Transfer['allowedActions'][number]) => transfer.allowedActions.includes(action)
  const askToWithdraw = () =>
    void modal.confirm({
      centered: true, icon: null, title: '登记本人撤回同意？', okText: '登记撤回', cancelText: '先不登记', okButtonProps: { danger: true },
      content: '登记后，这里和对方中心都只留介绍信编号、日期和党委名称，不再显示个人信息，不能恢复；后面的手续按纸质办。',
      onOk: () => withdraw.mutateAsync().then(() => void message.success('已登记撤回'), (error: unknown) => void message.error(sayError(error))),
    })
  if (!may('file-opinion') && !may('withdraw-consent')) return null
  return (
    <div className="case-actions case-title">
      {may('file-opinion') ? <Button size="small" onClick={() => setIsWriting(true)}>{transfer.form.probationOpinion ? '修改预备期满意见' : '填写预备期满意见'}</Button> : null}
      {may('withdraw-consent') ? <Button size="small" onClick={askToWithdraw}>本人撤回同意…</Button> : null}
      {isWriting ? <OpinionDialog center={center} transfer={transfer} onClose={() => setIsWriting(false)} /> : null}
    </div>
  )
}

function OpinionDialog({ center, transfer, onClose }: { center: string; transfer: Transfer; onClose: () => void }) {
  const { message } = App.useApp()
  const [opinion, setOpinion] = useState(transfer.form.probationOpinion ?? '')
  const [wasAsked, setWasAsked] = useState(false)
  const file = useFileOpinion(center, transfer.id)
  const refusal = sayRefusal(file.error, '没有保存成功，请再试一次')
  const send = () => {
    setWasAsked(true)
    if (opinion.trim() === '') return
    file.mutate(opinion.trim(), { onSuccess: () => { void message.success('意见已登记'); onClose() } })
  }
  return (
    <Modal open centered title="预备期满意见" okText="保存" cancelText="返回" confirmLoading={file.isPending} onOk={send} onCancel={onClose}>
      <p>预备期已满还没有讨论转正的，由原党支部写明原因和意见；写明后可以继续转接。</p>
      <Field id="probation-opinion" label="原因和意见" error={refusal ?? (wasAsked && opinion.trim() === '' ? '请写明原因和意见' : undefined)}>
        {(props) => <Input.TextArea {...props} autoSize={{ minRows: 4 }} maxLength={500} showCount value={opinion} onChange={(event) => setOpinion(event.target.value)} />}
      </Field>
    </Modal>
  )
}
