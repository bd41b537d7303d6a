import type { PersonRow } from '@dangqun/contracts/organization/bindings/schemas'
import { birthDateBases, birthDateBasisLabels, type BirthDateBasis } from '@dangqun/contracts/organization/bindings/vocabulary'
import { Alert, App, Modal, Radio } from 'antd'
import { useState } from 'react'
import { inShanghai } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { DayPicker } from '../../ui/day-picker'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { useCorrectBirthDate } from '../organization-persons.api'

/** For who typed a wrong birth date once and is turned away by an activity's age ever since: corrected by what staff have seen. */
export function BirthDateDialog({ center, person, onClose }: { center: string; person: Pick<PersonRow, 'id' | 'name'>; onClose: () => void }) {
  const { message } = App.useApp()
  const [birthDate, setBirthDate] = useState<string | null>(null)
  const [basis, setBasis] = useState<BirthDateBasis | null>(null)
  const [wasAsked, setWasAsked] = useState(false)
  const correct = useCorrectBirthDate(center, person.id)
  const name = person.name ?? '这个人'
  const today = inShanghai(useNow()).format('YYYY-MM-DD')
  const confirm = () => {
    setWasAsked(true)
    if (birthDate === null || basis === null) return
    correct.mutate({ birthDate, basis }, {
      onSuccess: () => {
        void message.success(`${name}的出生日期已更正`)
        onClose()
      },
    })
  }
  return (
    <Modal open title={`更正${name}的出生日期`} okText="更正" cancelText="先不改" confirmLoading={correct.isPending} onOk={confirm} onCancel={onClose}>
      <p className="quiet">有人填错出生日期、因年龄报不了名时用。请当面看过证件再改；谁改的、凭什么改会留下记录。</p>
      <Field id="birth-date" label="证件上的出生日期" error={wasAsked && birthDate === null ? '请选择日期' : undefined}>
        {(props) => <DayPicker {...props} value={birthDate} notAfter={today} onChange={setBirthDate} />}
      </Field>
      <Field id="birth-basis" label="凭什么更正" error={wasAsked && basis === null ? '请选择看过的证件' : undefined} isGroup>
        {() => <Radio.Group value={basis} onChange={(event) => setBasis(event.target.value as BirthDateBasis)} options={birthDateBases.map((value) => ({ value, label: birthDateBasisLabels[value] }))} />}
      </Field>
      {correct.isError ? <Alert type="error" showIcon role="alert" title={sayError(correct.error)} /> : null}
    </Modal>
  )
}
