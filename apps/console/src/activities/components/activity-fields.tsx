import { activityKindLabels, activityKinds } from '@dangqun/contracts/activities/vocabulary'
import { programmes } from '@dangqun/contracts/centers/vocabulary'
import { profileFieldLabels, profileFields } from '@dangqun/contracts/organization/vocabulary'
import { Checkbox, Input, InputNumber, Radio } from 'antd'
import { formatMoment } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { Field } from '../../ui/field'
import { MomentPicker } from '../../ui/moment-picker'
import { ProgrammeMark } from '../../ui/programme-mark'
import { fieldLabels, type ActivityField, type ActivityValues, type FieldErrors } from '../activities-form.rules'

import { QuestionsEditor } from './questions-editor'

export const fieldId = (field: ActivityField) => `activity-${field}`

interface Props {
  values: ActivityValues
  errors: FieldErrors
  onChange: (changes: Partial<ActivityValues>) => void
  /** A new activity may leave times to their defaults. */
  isNew: boolean
  /** Places given away already. */
  taken: number
}

/** Every field of an activity, with what happens when one is left empty. */
export function ActivityFields({ values, errors, onChange, isNew, taken }: Props) {
  const now = useNow()
  const start = values.startsAt === null ? '活动开始时' : `活动开始时（${formatMoment(values.startsAt, now)}）`
  const about = (field: ActivityField) => ({ id: fieldId(field), label: fieldLabels[field], error: errors[field] })
  const time = (field: 'startsAt' | 'endsAt' | 'signUpOpensAt' | 'signUpClosesAt' | 'cancelUntil') => ({
    value: values[field],
    onChange: (moment: string | null) => onChange({ [field]: moment }),
  })
  return (
    <>
      <section className="panel form-part" aria-labelledby="part-what">
        <h2 id="part-what">办什么</h2>
        <Field {...about('title')}>
          {(props) => <Input {...props} maxLength={60} showCount placeholder="例如：周六无偿献血" value={values.title} onChange={(event) => onChange({ title: event.target.value })} />}
        </Field>
        <Field {...about('programme')} isGroup>
          {({ id }) => (
            <Radio.Group id={id} value={values.programme} onChange={(event) => onChange({ programme: event.target.value as ActivityValues['programme'] })} className="programme-choice">
              {programmes.map((programme) => <Radio key={programme} value={programme}><ProgrammeMark programme={programme} /></Radio>)}
            </Radio.Group>
          )}
        </Field>
        <Field {...about('kind')} isGroup hint="居民按类型找活动；各类活动可以分别限制每人报名场数。">
          {({ id }) => (
            <Radio.Group id={id} value={values.kind} onChange={(event) => onChange({ kind: event.target.value as ActivityValues['kind'] })} className="asks">
              {activityKinds.map((kind) => <Radio key={kind} value={kind}>{activityKindLabels[kind]}</Radio>)}
            </Radio.Group>
          )}
        </Field>
        <Field {...about('description')} isOptional hint="写清楚做什么、要带什么、适合谁来。">
          {(props) => <Input.TextArea {...props} maxLength={4000} showCount autoSize={{ minRows: 4, maxRows: 14 }} value={values.description} onChange={(event) => onChange({ description: event.target.value })} />}
        </Field>
      </section>

      <section className="panel form-part" aria-labelledby="part-when">
        <h2 id="part-when">时间和地点</h2>
        <div className="form-pair">
          <Field {...about('startsAt')}>{(props) => <MomentPicker {...props} {...time('startsAt')} placeholder="选择日期和时间" />}</Field>
          <Field {...about('endsAt')}>{(props) => <MomentPicker {...props} {...time('endsAt')} notBefore={values.startsAt} placeholder="选择日期和时间" />}</Field>
        </div>
        <Field {...about('place')}>
          {(props) => <Input {...props} maxLength={80} placeholder="例如：三楼报告厅" value={values.place} onChange={(event) => onChange({ place: event.target.value })} />}
        </Field>
      </section>

      <section className="panel form-part" aria-labelledby="part-sign-up">
        <h2 id="part-sign-up">报名</h2>
        <Field {...about('capacity')} hint={taken > 0 ? `已有 ${taken} 人报名成功，名额不能少于 ${taken}。` : '报满后自动排候补；有人取消，名额按先后留给候补的人，由本人确认。'}>
          {(props) => <InputNumber {...props} className="number" precision={0} suffix="人" value={values.capacity} onChange={(capacity) => onChange({ capacity })} />}
        </Field>
        <div className="form-pair">
          <Field {...about('signUpOpensAt')} isOptional={isNew} hint={isNew ? '不填：一发布就能报名。' : undefined}>
            {(props) => <MomentPicker {...props} {...time('signUpOpensAt')} allowClear={isNew} placeholder={isNew ? '一发布就开始' : '选择日期和时间'} />}
          </Field>
          <Field {...about('signUpClosesAt')} isOptional={isNew} hint={isNew ? `不填：${start}截止。` : '到时间自动截止，也可以随时手动截止。'}>
            {(props) => <MomentPicker {...props} {...time('signUpClosesAt')} allowClear={isNew} placeholder={isNew ? '活动开始时' : '选择日期和时间'} />}
          </Field>
        </div>
        <div className="form-pair">
          <Field {...about('cancelUntil')} isOptional={isNew} hint={isNew ? `不填：${start}之前都能自己取消。` : '过了这个时间，报名的人不能自己取消。'}>
            {(props) => <MomentPicker {...props} {...time('cancelUntil')} allowClear={isNew} placeholder={isNew ? '活动开始时' : '选择日期和时间'} />}
          </Field>
          <Field {...about('asks')} isGroup isOptional hint="每人只填一次，以后报名不再问。都不勾选，就是一键报名。">
            {({ id }) => <Checkbox.Group className="asks" value={values.asks} onChange={(asks) => onChange({ asks })} options={profileFields.map((field) => ({ value: field, label: profileFieldLabels[field], id: `${id}-${field}` }))} />}
          </Field>
        </div>
      </section>

      <section className="panel form-part" aria-labelledby="part-who">
        <h2 id="part-who">谁能参加、要问什么</h2>
        <div className="form-pair">
          <Field {...about('minAge')} isOptional hint="填了年龄，报名时才问出生日期，每人只问一次。">
            {(props) => <InputNumber {...props} className="number" precision={0} suffix="周岁" value={values.minAge} onChange={(minAge) => onChange({ minAge })} />}
          </Field>
          <Field {...about('maxAge')} isOptional hint="14 至 18 岁要监护人同意，未满 14 岁不能在手机上报名。">
            {(props) => <InputNumber {...props} className="number" precision={0} suffix="周岁" value={values.maxAge} onChange={(maxAge) => onChange({ maxAge })} />}
          </Field>
        </div>
        <Field {...about('insuranceNotice')} isOptional hint="有人身风险的志愿服务，要先告知风险、办好保险。报名的人必须看过并确认。">
          {(props) => <Input.TextArea {...props} maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 8 }} placeholder="例如：要搬运桌椅，已为每位志愿者投保意外险" value={values.insuranceNotice} onChange={(event) => onChange({ insuranceNotice: event.target.value })} />}
        </Field>
        <Field {...about('questions')} isGroup isOptional hint="每次报名时问，答案只有工作人员看得到。只问办活动用得上的。">
          {({ id }) => <QuestionsEditor id={id} questions={values.questions} onChange={(questions) => onChange({ questions })} />}
        </Field>
      </section>
    </>
  )
}
