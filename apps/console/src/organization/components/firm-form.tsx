import type { CreateFirm } from '@dangqun/contracts/organization/firms/schemas'
import { mostFirmTags } from '@dangqun/contracts/organization/firms/vocabulary'
import { firmKindLabels, firmKinds, firmSizeLabels, firmSizes } from '@dangqun/contracts/organization/vocabulary'
import { Select } from 'antd'
import { useCenterCard } from '../../centers/centers.api'
import { Field } from '../../ui/field'
import { useFirmTags } from '../organization-firms.api'
import { emptyFirm, firmSchema, industryOptions, readTags, toCreateFirm, unsetFirm, type FirmValues } from '../organization-firm-form.rules'
import { useEntry } from '../../ui/use-entry'
import { EntryDate, EntrySelect } from '../../ui/entry-choice'
import { EntryForm, EntryLine } from '../../ui/entry-form'

interface Props {
  center: string
  /** Names the draft: centre and firm. */
  name: string
  initial?: FirmValues
  /** Where it stands now, which may be a building that takes no new firms. */
  building?: { id: string; name: string }
  submitLabel: string
  send: (body: CreateFirm) => Promise<unknown>
  onCancel: () => void
}

export function FirmForm({ center, name, initial = emptyFirm, building, submitLabel, send, onCancel }: Props) {
  const card = useCenterCard(center)
  const known = useFirmTags(center)
  const entry = useEntry<FirmValues, CreateFirm>({ name, initial, schema: firmSchema, toBody: toCreateFirm, unset: unsetFirm, send, refusedField: { 'organization.creditCodeTaken': 'creditCode' } })
  const labelled = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) => values.map((value) => ({ value, label: labels[value] }))
  return (
    <EntryForm entry={entry} submitLabel={submitLabel} onCancel={onCancel}>
      <EntryLine entry={entry} field="name" label="名称" hint="与营业执照一致。" />
      <EntryLine entry={entry} field="creditCode" label="统一社会信用代码" isOptional maxLength={24} hint="营业执照上的 18 位代码，会自动校验。" />
      <div className="form-pair">
        <EntrySelect entry={entry} field="kind" label="类型" placeholder="选择类型" options={labelled(firmKinds, firmKindLabels)} />
        <EntrySelect entry={entry} field="size" label="规模" placeholder="选择规模" options={labelled(firmSizes, firmSizeLabels)} />
      </div>
      <EntrySelect entry={entry} field="industry" label="行业" isOptional placeholder="输入行业名称或两位代码查找" options={industryOptions} />
      <EntrySelect entry={entry} field="buildingId" label="楼宇" placeholder="选择楼宇" loading={card.isPending} options={buildingOptions(card.data?.buildings, building)} notFoundContent="还没有楼宇，请中心主任在“中心设置”里添加" />
      <div className="form-pair">
        <EntryLine entry={entry} field="floor" label="楼层" isOptional maxLength={4} placeholder="例如：12，地下写 -1" />
        <EntryLine entry={entry} field="room" label="房间" maxLength={20} placeholder="例如：1203" />
      </div>
      <EntryDate entry={entry} field="foundedOn" label="成立时间" />
      <Field id={entry.fieldId('tags')} label="标签" isOptional hint={`自己起名，回车添加，最多 ${mostFirmTags} 个。`} error={entry.errors['tags']}>
        {(props) => (
          <Select<string[]>
            {...props}
            className="wide"
            mode="tags"
            tokenSeparators={['，', ',', '、']}
            placeholder="例如：沿街、已走访"
            value={readTags(entry.values.tags)}
            onChange={(tags) => entry.change({ tags: tags.join('\n') })}
            options={(known.data?.items ?? []).map(({ tag }) => ({ value: tag, label: tag }))}
          />
        )}
      </Field>
    </EntryForm>
  )
}

function buildingOptions(offered: readonly { id: string; name: string }[] = [], own?: { id: string; name: string }) {
  const options = offered.map(({ id, name }) => ({ value: id, label: name }))
  return own && offered.length > 0 && !offered.some(({ id }) => id === own.id) ? [...options, { value: own.id, label: `${own.name}（已停用）` }] : options
}
