import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { EntryLine } from '../../ui/entry-form'
import type { useEntry } from '../../ui/use-entry'
import { Field } from '../../ui/field'
import type { DeskBody, DeskValues } from '../transfer-desk.rules'
import { useReceivers } from '../transfer.api'

/** The receiving organisation from the directory: its code and 抬头 come with it; what is wrong with a 抬头 is told while it is typed. */
export function ReceiverFields({ center, entry }: { center: string; entry: ReturnType<typeof useEntry<DeskValues, DeskBody>> }) {
  const { values } = entry
  const [term, setTerm] = useState('')
  const known = useReceivers(center, term)
  const checked = useReceivers(center, values.title.trim())
  const finding = [...values.title.trim()].length >= 2 ? checked.data?.findings[0] : undefined
  return (
    <>
      <Field id={entry.fieldId('receivingCommitteeName')} label="接收党组织" isOptional error={entry.errors['receivingCommitteeName']} hint="输入两个字，从目录里选；目录里没有的，照接收方说的全称填。">
        {(props) => (
          <AutoComplete
            {...props} className="wide" value={values.receivingCommitteeName} options={(known.data?.items ?? []).map(({ name, region }) => ({ value: name, label: `${name}（${region}）` }))}
            onSearch={setTerm} onChange={(name: string) => entry.change({ receivingCommitteeName: name })}
            onSelect={(name: string) => {
              const found = known.data?.items.find((item) => item.name === name)
              if (found) entry.change({ receivingCommitteeName: found.name, receivingCommitteeCode: found.code ?? '', title: found.title })
            }}
          />
        )}
      </Field>
      <div className="form-pair">
        <EntryLine entry={entry} field="receivingCommitteeCode" label="接收方编码" isOptional maxLength={12} hint="12 位数字。" />
        <Field id={entry.fieldId('title')} label="抬头" isOptional error={entry.errors['title'] ?? finding?.message} hint={finding?.suggestion ? <button type="button" className="chip" onClick={() => entry.change({ title: finding.suggestion ?? '' })}>改为“{finding.suggestion}”</button> : undefined}>
          {(props) => <Input {...props} maxLength={80} value={values.title} onChange={(event) => entry.change({ title: event.target.value })} />}
        </Field>
      </div>
    </>
  )
}
