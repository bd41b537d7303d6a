import type { Organization } from '@dangqun/contracts/organization/tree/schemas'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { useDissolveOrganization } from '../organization-tree.api'

/** Dissolving: not possible while anything hangs on it, and the server says what. */
export function DissolveDialog({ center, organization, onClose }: { center: string; organization: Organization; onClose: () => void }) {
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const dissolve = useDissolveOrganization(center, organization)
  const refusal = sayRefusal(dissolve.error)

  const send = () => {
    if (reason.trim() === '') return setWasAsked(true)
    void dissolve.mutateAsync(reason.trim()).then(
      () => {
        void message.success(`${organization.name}已撤销`)
        onClose()
      },
      () => undefined,
    )
  }
  return (
    <Modal open title={`撤销「${organization.name}」？`} okText="撤销组织" cancelText="先不撤销" okButtonProps={{ danger: true }} confirmLoading={dissolve.isPending} onOk={send} onCancel={onClose}>
      <p>撤销后不再出现在组织架构里，不能恢复。还有下级组织时不能撤销。</p>
      <Field id="dissolve-reason" label="撤销原因" error={refusal ?? (wasAsked && reason.trim() === '' ? '请写明撤销原因' : undefined)} hint="写明依据，例如：上级批复文号。">
        {(props) => <Input {...props} autoFocus maxLength={200} showCount value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Modal>
  )
}
