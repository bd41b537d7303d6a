import type { CreatePerson, PersonRow } from '@dangqun/contracts/organization/bindings/schemas'
import { Alert } from 'antd'
import { shortestTerm } from '../organization-filter.rules'
import { usePersons } from '../organization-persons.api'
import { emptyPerson, personSchema, toCreatePerson, unsetPerson, type PersonValues } from '../organization-persons.rules'
import { useEntry } from '../../ui/use-entry'
import { EntryForm, EntryLine } from '../../ui/entry-form'
import { PersonWords } from './person-words'

interface Props {
  center: string
  send: (body: CreatePerson) => Promise<unknown>
  /** Somebody who is entered already. */
  onKnown: (person: PersonRow) => void
  onCancel: () => void
}

/** Somebody without a phone; who has the same name already is shown before a second record is made. */
export function PersonForm({ center, send, onKnown, onCancel }: Props) {
  // A number stays out of the browser's storage.
  const entry = useEntry<PersonValues, CreatePerson>({ name: `person.${center}.new`, initial: emptyPerson, schema: personSchema, toBody: toCreatePerson, unset: unsetPerson, send, unkept: ['phone'] })
  const name = entry.values.name.trim()
  const known = usePersons(center, { q: name, limit: 20 }, [...name].length >= shortestTerm)
  const same = (known.data?.items ?? []).filter((person) => person.name === name)
  return (
    <EntryForm entry={entry} submitLabel="登记" onCancel={onCancel}>
      <EntryLine entry={entry} field="name" label="姓名" maxLength={40} hint="与证件一致。" />
      {same.length > 0 ? (
        <Alert
          className="advice"
          type="warning"
          showIcon
          title="已有同名的人，是同一个人就不用再登记"
          description={<ul className="same">{same.map((person) => <li key={person.id}><button type="button" className="link" onClick={() => onKnown(person)}><PersonWords person={person} /></button></li>)}</ul>}
        />
      ) : null}
      <EntryLine entry={entry} field="phone" label="手机号" isOptional maxLength={16} hint="可以是家人的；没有就不填。号码加密保存。" />
    </EntryForm>
  )
}
