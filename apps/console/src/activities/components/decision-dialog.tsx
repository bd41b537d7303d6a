import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { useNoShowDecision, type NoShowDecision } from '../activities-no-shows.api'

export type Deciding = Omit<NoShowDecision, 'words'> & { title: string }

const hints = { grant: '本人会看到。相关的未到场不再计算，立即恢复报名。', refuse: '本人会看到，请说明原因和下次怎么做。', waive: '写明为什么不算，留作记录。' }

/** One decision with its words; nothing is decided without them. */
export function DecisionDialog({ center, deciding, onClose }: { center: string; deciding: Deciding; onClose: () => void }) {
  const { message } = App.useApp()
  const decide = useNoShowDecision(center)
  const [words, setWords] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const problem = words.trim().length < 2 ? '请写几个字说明' : undefined
  const send = async () => {
    setWasAsked(true)
    if (problem) return
    try {
      await decide.mutateAsync({ act: deciding.act, id: deciding.id, words: words.trim() })
      void message.success('已处理')
      onClose()
    } catch {
      // Shown above the field; what was typed stays.
    }
  }
  return (
    <Modal open centered title={deciding.title} okText="确定" cancelText="返回" confirmLoading={decide.isPending} onOk={() => void send()} onCancel={onClose}>
      {decide.isError ? <Alert type="error" showIcon role="alert" title={sayError(decide.error)} /> : null}
      <Field id="decision-words" label={deciding.act === 'waive' ? '免除原因' : '答复'} hint={hints[deciding.act]} error={wasAsked ? problem : undefined}>
        {(props) => <Input.TextArea {...props} maxLength={200} showCount autoSize={{ minRows: 3 }} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
    </Modal>
  )
}
