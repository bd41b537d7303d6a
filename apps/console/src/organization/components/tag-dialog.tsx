import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { useFirmTags, useTagFirms } from '../organization-firms.api'

interface Props {
  center: string
  firms: readonly { id: string; tags: readonly string[] }[]
  onClose: () => void
  onDone: () => void
}

/** Tags on and off many firms at once. */
export function TagDialog({ center, firms, onClose, onDone }: Props) {
  const { message } = App.useApp()
  const known = useFirmTags(center)
  const send = useTagFirms(center)
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const [wasAsked, setWasAsked] = useState(false)
  const isEmpty = add.length + remove.length === 0
  const refusal = sayRefusal(send.error)
  const theirs = [...new Set(firms.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b, 'zh-CN'))
  const submit = () => {
    setWasAsked(true)
    if (isEmpty) return
    void send.mutateAsync({ ids: firms.map(({ id }) => id), add, remove }).then(
      ({ changed }) => {
        void message.success(changed === firms.length ? `${changed} 家都已更新` : `更新了 ${changed} 家，其余本来就是这样`)
        onDone()
      },
      () => undefined,
    )
  }
  const choice = (tags: readonly string[]) => tags.map((tag) => ({ value: tag, label: tag }))
  return (
    <Modal open title={`给选中的 ${firms.length} 家打标签`} okText="保存标签" cancelText="先不改" confirmLoading={send.isPending} onOk={submit} onCancel={onClose}>
      <Field id="tags-add" label="加上" hint="自己起名，回车添加。" error={refusal ?? (wasAsked && isEmpty ? '请填写要加上或去掉的标签' : undefined)}>
        {(props) => <Select<string[]> {...props} className="wide" mode="tags" tokenSeparators={['，', ',', '、']} placeholder="例如：已走访" value={add} onChange={setAdd} options={choice((known.data?.items ?? []).map(({ tag }) => tag).filter((tag) => !remove.includes(tag)))} />}
      </Field>
      {theirs.length > 0 ? (
        <Field id="tags-remove" label="去掉">
          {(props) => <Select<string[]> {...props} className="wide" mode="multiple" placeholder="选中的企业现有的标签" value={remove} onChange={setRemove} options={choice(theirs.filter((tag) => !add.includes(tag)))} />}
        </Field>
      ) : null}
    </Modal>
  )
}
