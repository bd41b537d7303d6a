import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { ApiError } from '@dangqun/contracts/kit/errors'
import type { WorkdaysOfYear } from '@dangqun/contracts/centers/schemas'
import { Alert, App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useDraft } from '../../platform/use-draft'
import { DayPicker } from '../../ui/day-picker'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { decreeErrors, spansOf, toWorkdays, type DecreeSpan, type DecreeValues } from '../centers-decree.rules'
import { useChangeWorkdays } from '../centers.api'

/** A year's holidays and make-up days, as the State Council's notice says them. */
export function DecreeForm({ stored }: { stored: WorkdaysOfYear }) {
  const { modal, message } = App.useApp()
  const { year } = stored
  const draft = useDraft<DecreeValues>(`workdays.${year}`, { spans: spansOf(stored.days), source: stored.source ?? '' })
  const save = useChangeWorkdays(year)
  const [wasAsked, setWasAsked] = useState(false)
  const { spans, source } = draft.value
  const errors = wasAsked ? decreeErrors(year, draft.value) : {}
  const change = (changes: Partial<DecreeValues>) => draft.set({ ...draft.value, ...changes })
  const set = (place: number, changes: Partial<DecreeSpan>) => change({ spans: spans.map((span, index) => (index === place ? { ...span, ...changes } : span)) })
  const refusal = sayRefusal(save.error, '没有保存成功，填写的内容还在，请再试一次')

  const submit = async () => {
    setWasAsked(true)
    if (Object.keys(decreeErrors(year, draft.value)).length > 0) return
    const isSure = await modal.confirm({ title: `保存 ${year} 年的放假安排？`, content: `整年替换，马上用于所有中心的办理期限。还没到期的期限会重新计算。`, okText: '保存', cancelText: '再核对一下' })
    if (!isSure) return
    try {
      const saved = await save.mutateAsync(toWorkdays(draft.value))
      draft.drop({ spans: spansOf(saved.days), source: saved.source ?? '' })
      setWasAsked(false)
      void message.success(`${year} 年的放假安排已保存`)
    } catch (error) {
      // What the API said stands below the form.
      if (!(error instanceof ApiError)) throw error
    }
  }
  return (
    <section className="panel form-part decree-form" aria-label={`${year} 年放假安排`}>
      {draft.isRestored ? <Alert className="advice" type="info" title="已恢复上次没保存的内容" action={<Button size="small" onClick={() => draft.drop({ spans: spansOf(stored.days), source: stored.source ?? '' })}>不要了</Button>} /> : null}
      <div className="decree-spans">
        {spans.length === 0 ? <p className="quiet">照着放假通知，一段一段写：哪几天放假，哪几天调休上班。</p> : null}
        {spans.map((span, place) => {
          const label = span.name.trim() || `第 ${place + 1} 段`
          const problem = errors[`spans.${place}.name`] ?? errors[`spans.${place}.from`]
          return (
            <div key={place} className="decree-span">
              <Input aria-label={`第 ${place + 1} 段的名称`} placeholder="例如：春节" maxLength={20} value={span.name} status={errors[`spans.${place}.name`] ? 'error' : ''} onChange={(event) => set(place, { name: event.target.value })} />
              <Segmented value={span.isWorking} options={[{ value: false, label: '放假' }, { value: true, label: '上班' }]} onChange={(isWorking) => set(place, { isWorking })} />
              <DayPicker hasWeekday aria-label={`${label}从哪天`} value={span.from || null} {...(errors[`spans.${place}.from`] ? { status: 'error' as const } : {})} onChange={(from) => set(place, { from: from ?? '', ...(span.to === '' || span.to < (from ?? '') ? { to: from ?? '' } : {}) })} />
              <DayPicker hasWeekday aria-label={`${label}到哪天`} value={span.to || null} {...(errors[`spans.${place}.from`] ? { status: 'error' as const } : {})} onChange={(to) => set(place, { to: to ?? '' })} />
              <Button type="text" icon={<DeleteOutlined />} aria-label={`去掉${label}`} onClick={() => change({ spans: spans.filter((_, index) => index !== place) })} />
              {problem ? <div className="field-error" role="alert">{problem}</div> : null}
            </div>
          )
        })}
        <Button icon={<PlusOutlined />} onClick={() => change({ spans: [...spans, { name: '', isWorking: false, from: '', to: '' }] })}>加一段</Button>
        {errors['spans'] ? <div className="field-error" role="alert">{errors['spans']}</div> : null}
      </div>
      <Field id={`decree-source-${year}`} label="文号" hint="放假通知的文号，例如：国办发明电〔2026〕7号。" error={errors['source']}>
        {(props) => <Input {...props} maxLength={60} value={source} onChange={(event) => change({ source: event.target.value })} />}
      </Field>
      <footer className="form-foot">
        <Button type="primary" loading={save.isPending} onClick={() => void submit()}>保存</Button>
        {refusal ? <Alert type="error" showIcon role="alert" title={refusal} /> : null}
      </footer>
    </section>
  )
}
