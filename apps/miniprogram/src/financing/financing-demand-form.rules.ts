import type { Demand, OwnFirm, OwnFirms, UpdateDemand } from '@dangqun/contracts/financing/demands/schemas'
import type { Need } from '@dangqun/contracts/financing/schemas'
import { collateralBandLabels, industryLabels, optionalAnswers, purposeLabels, revenueBandLabels, securityLabels, staffBandLabels, taxBandLabels, taxGradeLabels, valuedSecurities, type OptionalAnswer } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import { narrow } from '@dangqun/contracts/kit/numbers'
import { firmKindLabels } from '@dangqun/contracts/organization/vocabulary'
import type { OptionalAnswers } from './financing-need.rules'

/** What is asked besides the need, as it is typed. */
export interface DemandValues {
  purposeText: string
  neededBy: string
  name: string
  phone: string
}
export type DemandErrors = Partial<Record<keyof DemandValues | 'need', string>>

/** What the form begins with: what was sent before, else what the centre knows of the person. */
export function firstValues(contact: OwnFirms['contact'], sent: Pick<Demand, 'purposeText' | 'neededBy' | 'contact'> | null): DemandValues {
  return { purposeText: sent?.purposeText ?? '', neededBy: sent?.neededBy ?? '', name: sent?.contact.name ?? contact.name ?? '', phone: sent?.contact.phone ?? contact.phone ?? '' }
}

/** Answers that stand in the firm's record: the house takes them from there, whatever was answered. */
export function recordOf({ kind, industry, foundedOn }: Pick<OwnFirm, 'kind' | 'industry' | 'foundedOn'>): Pick<Need, 'firmKind' | 'industry' | 'foundedOn'> {
  return { firmKind: kind, foundedOn, ...(industry === null ? {} : { industry }) }
}

/** Optional answers that neither the firm's record nor the need has. */
export function unanswered(need: Need, record: Partial<Need>): OptionalAnswer[] {
  const hasValue = [need.preferredSecurity, ...(need.acceptableSecurities ?? [])].some((each) => valuedSecurities.includes(each))
  return optionalAnswers.filter((answer) => record[answer] === undefined && need[answer] === undefined && (answer !== 'collateralBand' || hasValue))
}

/** Optional answers that can be given or changed here: all but those of the firm's record. */
export function changeable(need: Need, record: Partial<Need>): OptionalAnswer[] {
  const open = unanswered(need, record)
  return optionalAnswers.filter((answer) => record[answer] === undefined && (need[answer] !== undefined || open.includes(answer)))
}

/** The need with answers given or taken back. */
export function withAnswers(need: Need, { isFirstLoan, ...patch }: Partial<OptionalAnswers>): Need {
  const given = { ...need, ...patch, ...(isFirstLoan === undefined ? {} : { isFirstLoan: isFirstLoan === null ? null : isFirstLoan === 'yes' }) }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Need
}

/** The need line by line, with what the firm's record adds: `[name, value]`. */
export function needRows(need: Need, record: Partial<Need> = {}): [string, string][] {
  const known = { ...need, ...record }
  const others = (need.acceptableSecurities ?? []).map((each) => securityLabels[each])
  const rows: [string, string | undefined][] = [
    ['借多少', `${sayAmount(need.amountFen)}${need.leastAmountFen !== undefined && need.leastAmountFen < need.amountFen ? `，最少 ${sayAmount(need.leastAmountFen)}` : ''}`],
    ['借多久', `${sayMonths(need.months)}${need.isTermAdjustable ? '，可以商量' : ''}`],
    ['用途', purposeLabels[need.purpose]],
    ['担保', `${securityLabels[need.preferredSecurity]}${others.length > 0 ? `，也可以${others.join('、')}` : ''}`],
    ['押品价值', known.collateralBand && collateralBandLabels[known.collateralBand]],
    ['主体类型', known.firmKind && firmKindLabels[known.firmKind]],
    ['成立时间', known.foundedOn],
    ['行业', known.industry && industryLabels[known.industry]],
    ['年收入', known.revenueBand && revenueBandLabels[known.revenueBand]],
    ['年纳税', known.taxBand && taxBandLabels[known.taxBand]],
    ['纳税等级', known.taxGrade && taxGradeLabels[known.taxGrade]],
    ['员工', known.staffBand && staffBandLabels[known.staffBand]],
    ['首次贷款', known.isFirstLoan === undefined ? undefined : known.isFirstLoan ? '是' : '以前贷过'],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== undefined)
}

/** What is wrong with what was typed; the server checks again, and more. */
export function checkDemand({ name, phone, neededBy }: DemandValues, today: string): DemandErrors {
  const errors: DemandErrors = {}
  if (name.trim() === '') errors.name = '请填写联系人'
  if (!/^1[3-9]\d{9}$/.test(narrow(phone))) errors.phone = '手机号应是 11 位数字'
  if (neededBy !== '' && neededBy < today) errors.neededBy = '不能早于今天'
  return errors
}

export function toDemandInput(need: Need, { purposeText, neededBy, name, phone }: DemandValues, wishes: readonly string[]): UpdateDemand {
  return { need, purposeText: purposeText.trim() || null, neededBy: neededBy || null, contact: { name: name.trim(), phone: narrow(phone) }, wishes: [...wishes] }
}

/** The server names fields as `contact.phone` and `need.months`; whatever of the need is refused stands beside the need. */
export function errorsOf(fields: Record<string, string>): DemandErrors {
  const errors: DemandErrors = {}
  for (const [path, message] of Object.entries(fields)) {
    const field = path.replace(/^contact\./, '')
    if (field === 'purposeText' || field === 'neededBy' || field === 'name' || field === 'phone') errors[field] = message
    else if (path.startsWith('need')) errors.need = message
  }
  return errors
}
