import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'

interface Props {
  title: string
  label: string
  okText: string
  usual: readonly string[]
  missing: string
  maxLength?: number
  isDanger?: boolean
  isSending: boolean
  onConfirm: (words: string) => void
  onClose: () => void
}

/** One line that has to be said before something is done, with the usual answers at hand. */
export function CheckInReason({ title, label, okText, usual, missing, maxLength = 100, isDanger = false, isSending, onConfirm, onClose }: Props) {
  const [words, setWords] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const isMissing = words.trim() === ''
  const confirm = () => (isMissing ? setWasAsked(true) : onConfirm(words.trim()))
  return (
    <Modal open title={title} okText={okText} cancelText="先不办" okButtonProps={{ danger: isDanger }} confirmLoading={isSending} onOk={confirm} onCancel={onClose}>
      <Field id="check-in-reason" label={label} error={wasAsked && isMissing ? missing : undefined}>
        {(props) => <Input {...props} autoFocus maxLength={maxLength} value={words} onChange={(event) => setWords(event.target.value)} onPressEnter={confirm} />}
      </Field>
      <div className="usual">
        {usual.map((each) => <button key={each} type="button" className="chip" onClick={() => setWords(each)}>{each}</button>)}
      </div>
    </Modal>
  )
}
