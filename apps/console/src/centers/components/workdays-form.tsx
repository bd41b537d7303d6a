import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { SettingsAnswer, WorkdayCorrection } from '@dangqun/contracts/centers/settings-schemas'
import { Button, Input, Segmented } from 'antd'
import { inShanghai } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { DayPicker } from '../../ui/day-picker'
import { correctionsErrors } from '../centers-workdays.rules'
import { readSettings, useChangeSettings } from '../centers.api'
import { useEdit } from '../use-edit'
import { EditFrame } from './edit-frame'
import { DecreePanel } from './decree-panel'

type Values = { readonly corrections: readonly WorkdayCorrection[] }

const stored = ({ settings, version }: SettingsAnswer) => ({ values: { corrections: settings.calendar.corrections }, version })
const inWords = (_: string, { corrections }: Values) => corrections.map(({ date, isWorking, reason }) => `${date} ${isWorking ? '上班' : '不上班'}（${reason}）`).join('；') || '没有'

/** Which days deadlines count: the national arrangement, and this centre's corrections to it. */
export function WorkdaysForm({ center, answer, draftName }: { center: string; answer: SettingsAnswer; draftName: string }) {
  const now = useNow()
  const save = useChangeSettings(center)
  const edit = useEdit<Values>({
    draftName,
    stored: stored(answer),
    check: ({ corrections }) => correctionsErrors(corrections),
    save: async ({ corrections = [] }, version) => stored(await save.mutateAsync({ version, calendar: { corrections: [...corrections] } })),
    readNewest: async () => stored(await readSettings(center)),
  })
  const { corrections } = edit.values
  const set = (place: number, change: Partial<WorkdayCorrection>) => edit.change({ corrections: corrections.map((day, index) => (index === place ? { ...day, ...change } : day)) })
  const error = (place: number, field: string) => edit.errors[`corrections.${place}.${field}`] ?? edit.errors[`calendar.corrections.${place}.${field}`]
  const year = inShanghai(now).year()
  return (
    <EditFrame edit={edit} isReadOnly={!answer.allowedActions.includes('update')} labels={{ corrections: '本中心的更正' }} inWords={inWords}>
      <section className="panel form-part" aria-labelledby="part-corrections">
        <h2 id="part-corrections">本中心的更正</h2>
        <p className="quiet">办理期限按工作日计算：周一到周五，加上国家放假和调休。本中心哪天不一样，写在这里，只影响本中心。</p>
        <div className="special-days">
          {corrections.map(({ date, isWorking, reason }, place) => (
            <div key={place} className="special-day">
              <DayPicker hasWeekday aria-label={`第 ${place + 1} 个更正的日子`} value={date || null} {...(error(place, 'date') ? { status: 'error' as const } : {})} onChange={(next) => set(place, { date: next ?? '' })} />
              <Segmented value={isWorking} options={[{ value: true, label: '上班' }, { value: false, label: '不上班' }]} onChange={(next) => set(place, { isWorking: next })} />
              <Input aria-label={`${date || '这一天'}的原因`} placeholder="原因，例如：年终集中办理" maxLength={40} value={reason} status={error(place, 'reason') ? 'error' : ''} onChange={(event) => set(place, { reason: event.target.value })} />
              <Button type="text" icon={<DeleteOutlined />} aria-label={`去掉${date || '这一天'}`} onClick={() => edit.change({ corrections: corrections.filter((_, index) => index !== place) })} />
              {['date', 'reason'].map((field) => (error(place, field) ? <div key={field} className="field-error" role="alert">{error(place, field)}</div> : null))}
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => edit.change({ corrections: [...corrections, { date: inShanghai(now).add(1, 'day').format('YYYY-MM-DD'), isWorking: false, reason: '' }] })}>加一天</Button>
          {edit.errors['corrections'] ? <div className="field-error" role="alert">{edit.errors['corrections']}</div> : null}
        </div>
      </section>
      <DecreePanel year={year} isMissing={answer.missingDecree === year} />
      <DecreePanel year={year + 1} isMissing={answer.missingDecree === year + 1} />
    </EditFrame>
  )
}
