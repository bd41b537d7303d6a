import type { PrintedCode } from '@dangqun/contracts/centers/codes/schemas'
import { codeKindLabels, placeCodeKinds, type PlaceCodeKind } from '@dangqun/contracts/centers/vocabulary'
import { Alert, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { useCreateCode } from '../centers-codes.api'

/** A new code for a door or a counter. */
export function CodeDialog({ center, onMade, onClose }: { center: string; onMade: (code: PrintedCode) => void; onClose: () => void }) {
  const create = useCreateCode(center)
  const [kind, setKind] = useState<PlaceCodeKind>('door')
  const [label, setLabel] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const isMissing = label.trim() === ''
  const confirm = () => {
    setWasAsked(true)
    if (!isMissing) create.mutate({ kind, label: label.trim() }, { onSuccess: onMade })
  }
  return (
    <Modal open title="新做一个码" okText="做好" cancelText="先不做" confirmLoading={create.isPending} onOk={confirm} onCancel={onClose}>
      <Field id="code-kind" label="贴在哪里" isGroup>
        {() => <Radio.Group value={kind} onChange={(event) => setKind(event.target.value as PlaceCodeKind)} options={placeCodeKinds.map((value) => ({ value, label: codeKindLabels[value] }))} />}
      </Field>
      <Field id="code-label" label="名称" hint="印在码的下面，认得出是哪一处" error={wasAsked && isMissing ? '请填写名称' : undefined}>
        {(props) => <Input {...props} autoFocus maxLength={30} placeholder={kind === 'door' ? '例如：东门' : '例如：3 号窗口'} value={label} onChange={(event) => setLabel(event.target.value)} onPressEnter={confirm} />}
      </Field>
      {create.isError ? <Alert type="error" showIcon role="alert" title={sayError(create.error, '没有做成，请重试')} /> : null}
    </Modal>
  )
}
