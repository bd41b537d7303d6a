import type { SettingsAnswer } from '@dangqun/contracts/centers/settings-schemas'
import { InputNumber } from 'antd'
import { Field } from '../../ui/field'
import { limitFields, limitLabels, limitsChange, limitsErrors, limitsGroups, limitsValues, type LimitsValues } from '../centers-limits-form.rules'
import { readSettings, useChangeSettings } from '../centers.api'
import { useEdit } from '../use-edit'
import { EditFrame } from './edit-frame'

const stored = ({ settings, version }: SettingsAnswer) => ({ values: limitsValues(settings), version })

/** The numbers that the centre decides for itself, each with what holds by default. */
export function LimitsForm({ center, answer, draftName }: { center: string; answer: SettingsAnswer; draftName: string }) {
  const save = useChangeSettings(center)
  const edit = useEdit<LimitsValues>({
    draftName,
    stored: stored(answer),
    check: limitsErrors,
    save: async (changes, version) => stored(await save.mutateAsync(limitsChange(changes, version))),
    readNewest: async () => stored(await readSettings(center)),
  })
  const inWords = (path: string, values: LimitsValues) => `${values[path] ?? '（空）'} ${limitFields.find((field) => field.path === path)?.unit ?? ''}`
  return (
    <EditFrame edit={edit} isReadOnly={!answer.allowedActions.includes('update')} labels={limitLabels} inWords={inWords}>
      {limitsGroups.map(({ group, label, fields }) => (
        <section key={group} className="panel form-part" aria-labelledby={`part-${group}`}>
          <h2 id={`part-${group}`}>{label}</h2>
          <div className="form-pair">
            {fields.map(({ path, label: name, hint, unit, byDefault }) => (
              <Field key={path} id={`limit-${path}`} label={name} error={edit.errors[path]} hint={`${hint}。${edit.values[path] === byDefault ? '这是默认值。' : `默认 ${byDefault} ${unit}。`}`}>
                {(props) => <InputNumber {...props} className="number" precision={0} suffix={unit} value={edit.values[path] ?? null} onChange={(value) => edit.change({ [path]: value })} />}
              </Field>
            ))}
          </div>
        </section>
      ))}
    </EditFrame>
  )
}
