import type { Drawdown, Referral } from '@dangqun/contracts/financing/referrals/schemas'
import {
  declineCodeLabels, declineCodes, notDrawnReasonLabels, notDrawnReasons, ratingRoundLabels, ratingTagLabels, ratingTags, referralActionNeeds, type ReferralAction, type ReferralActionPart,
} from '@dangqun/contracts/financing/referrals/vocabulary'
import { securities, securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayYuan } from '@dangqun/contracts/kit/figures'
import { Checkbox, Input, Radio, Rate, Select } from 'antd'
import type { ReactNode } from 'react'
import { DayPicker } from '../../ui/day-picker'
import { Field } from '../../ui/field'
import { figuresOf, type ActErrors, type ActValues } from '../financing-referrals-act.rules'
import { declineWords } from '../financing-referrals-words.rules'
import { fenOfWan } from '../financing-units.rules'
import { BothSides } from './both-sides'
import { ProductChoice } from './product-choice'

interface Props {
  center: string
  referral: Referral
  action: ReferralAction
  drawdown: Drawdown | null
  values: ActValues
  errors: ActErrors
  today: string
  onChange: (changes: Partial<ActValues>) => void
}

/** Said of a bank only. */
const ofBanks: readonly string[] = ['extra_fees']
const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) => values.map((value) => ({ value, label: labels[value] }))

/** The fields of an act, in the order in which somebody has them on the desk. */
export function ReferralActFields({ center, referral, action, drawdown, values, errors, today, onChange }: Props) {
  const has = (part: ReferralActionPart) => referralActionNeeds[action].includes(part)
  const figure = (field: 'amount' | 'rate' | 'allIn' | 'months', label: string, suffix: string, hint?: ReactNode) => (
    <Field id={`referral-${field}`} label={label} error={errors[field]} hint={hint}>
      {(props) => <Input {...props} autoFocus={field === 'amount'} className="typed-figure" inputMode="decimal" autoComplete="off" maxLength={20} suffix={suffix} value={values[field]} onChange={(event) => onChange({ [field]: event.target.value })} />}
    </Field>
  )
  const lines = (field: 'materials' | 'gaps', label: string, hint: string) => (
    <Field id={`referral-${field}`} label={label} error={errors[field]} hint={hint}>
      {(props) => <Input.TextArea {...props} autoFocus={field === 'materials'} autoSize={{ minRows: 4, maxRows: 12 }} maxLength={840} value={values[field]} onChange={(event) => onChange({ [field]: event.target.value })} />}
    </Field>
  )
  const fen = fenOfWan(values.amount)
  return (
    <>
      {action === 'claim' && referral.product === null ? <ProductChoice center={center} bankId={referral.bank.id} value={values.productId} error={errors.productId} onChange={(productId) => onChange({ productId })} /> : null}
      {drawdown?.disputed && action === 'reconcile-drawdown' ? <BothSides drawdown={drawdown} onTake={(side) => onChange(figuresOf(side))} /> : null}
      {has('materials') ? lines('materials', '要企业带来的材料', '一行一项。先按产品写的列好了，可以增减；不需要材料就清空。') : null}
      {has('answer') ? (
        <Field id="referral-isComplete" label="材料" error={errors.isComplete} isGroup>
          {(props) => <Radio.Group {...props} value={values.isComplete} onChange={(event) => onChange({ isComplete: event.target.value === true })} options={[{ value: true, label: '齐全，开始审查' }, { value: false, label: '还缺一些' }]} />}
        </Field>
      ) : null}
      {has('answer') && values.isComplete === false ? lines('gaps', '缺哪些', '一行一项，请一次列全：这次交来的只能答复一次，企业会照着补。') : null}
      {has('grant') || has('drawdown') ? (
        <div className="form-pair">
          {figure('amount', has('grant') ? '批准金额' : '放款金额', '万元', fen === null ? undefined : `= ${sayYuan(fen)}`)}
          {has('grant') ? figure('months', '期限', '个月') : null}
          {has('grant') ? figure('rate', '名义利率', '%', '合同上写的年利率。') : null}
          {figure('allIn', '综合年化利率', '%', '含全部费用，和贷款明白纸一致。')}
          {has('grant') ? (
            <Field id="referral-security" label="担保方式" error={errors.security}>
              {(props) => <Select {...props} className="wide" placeholder="选择担保方式" value={values.security ?? undefined} onChange={(security) => onChange({ security })} options={options(securities, securityLabels)} />}
            </Field>
          ) : null}
          {has('grant') ? <Field id="referral-validUntil" label="批准有效到" error={errors.validUntil} hint="过了这天没有提款，这一单自动结束。">{(props) => <DayPicker {...props} value={values.validUntil} onChange={(validUntil) => onChange({ validUntil })} />}</Field> : null}
          {has('drawdown') ? <Field id="referral-drawnOn" label="放款日期" error={errors.drawnOn}>{(props) => <DayPicker {...props} value={values.drawnOn} notAfter={today} onChange={(drawnOn) => onChange({ drawnOn })} />}</Field> : null}
        </div>
      ) : null}
      {has('declineCode') ? (
        <Field id="referral-declineCode" label="原因" error={errors.declineCode} hint={declineWords(values.declineCode) ?? '涉及征信的，一律选“综合评估”，具体由本行直接告诉企业。'}>
          {(props) => <Select {...props} autoFocus className="wide" placeholder="选择原因" value={values.declineCode ?? undefined} onChange={(declineCode) => onChange({ declineCode })} options={options(declineCodes, declineCodeLabels)} />}
        </Field>
      ) : null}
      {has('notDrawnReason') ? (
        <Field id="referral-notDrawnReason" label="为什么不再提款" error={errors.notDrawnReason}>
          {(props) => <Select {...props} className="wide" placeholder="选择原因" value={values.notDrawnReason ?? undefined} onChange={(notDrawnReason) => onChange({ notDrawnReason })} options={options(notDrawnReasons.filter((reason) => reason !== 'ran_out'), notDrawnReasonLabels)} />}
        </Field>
      ) : null}
      {has('rating') && referral.ratings.open ? (
        <>
          <Field id="referral-stars" label={ratingRoundLabels[referral.ratings.open]} error={errors.stars} isGroup>{({ id }) => <Rate id={id} aria-label="几颗星" value={values.stars ?? 0} onChange={(stars) => onChange({ stars: stars || null })} />}</Field>
          <Field id="referral-tags" label="印象" isOptional isGroup>{(props) => <Checkbox.Group {...props} value={values.tags} onChange={(tags) => onChange({ tags })} options={options(ratingTags.filter((tag) => !ofBanks.includes(tag)), ratingTagLabels)} />}</Field>
        </>
      ) : null}
    </>
  )
}
