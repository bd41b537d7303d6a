// Before the schemas: they look at it when they are made.
import '../platform/zod-under-csp'
import type { Activity, CreateActivity, UpdateActivity } from '@dangqun/contracts/activities/schemas'
import { createActivity } from '@dangqun/contracts/activities/schemas'
import type { Question } from '@dangqun/contracts/activities/form/schemas'
import type { ActivityKind } from '@dangqun/contracts/activities/vocabulary'
import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import { toMinute } from '../platform/dates.rules'

/** What the form holds while somebody types: plain data, so that it can be kept as a draft. */
export interface ActivityValues {
  title: string
  programme: Programme | null
  description: string
  place: string
  /** ISO 8601 to the minute, as all times here. */
  startsAt: string | null
  endsAt: string | null
  capacity: number | null
  signUpOpensAt: string | null
  signUpClosesAt: string | null
  cancelUntil: string | null
  asks: ProfileField[]
  kind: ActivityKind
  minAge: number | null
  maxAge: number | null
  /** Empty: none. */
  insuranceNotice: string
  questions: Question[]
}
export type ActivityField = keyof ActivityValues

export const fieldLabels: Record<ActivityField, string> = {
  title: '活动名称',
  programme: '类别',
  description: '活动介绍',
  place: '地点',
  startsAt: '开始时间',
  endsAt: '结束时间',
  capacity: '名额',
  signUpOpensAt: '报名开始',
  signUpClosesAt: '报名截止',
  cancelUntil: '取消期限',
  asks: '报名要填',
  kind: '活动类型',
  minAge: '最小年龄',
  maxAge: '最大年龄',
  insuranceNotice: '风险与保险提示',
  questions: '报名问题',
}
/** In the order of the form, which is the order in which errors are visited. */
export const activityFields = Object.keys(fieldLabels) as ActivityField[]

export const emptyValues: ActivityValues = {
  title: '', programme: null, description: '', place: '', startsAt: null, endsAt: null, capacity: null,
  signUpOpensAt: null, signUpClosesAt: null, cancelUntil: null, asks: [], kind: 'general', minAge: null, maxAge: null, insuranceNotice: '', questions: [],
}

export function valuesOf(activity: Activity): ActivityValues {
  return {
    title: activity.title,
    programme: activity.programme,
    description: activity.description,
    place: activity.place,
    startsAt: toMinute(activity.startsAt),
    endsAt: toMinute(activity.endsAt),
    capacity: activity.capacity,
    signUpOpensAt: toMinute(activity.signUpOpensAt),
    signUpClosesAt: toMinute(activity.signUpClosesAt),
    cancelUntil: toMinute(activity.cancelUntil),
    asks: activity.asks,
    kind: activity.kind,
    minAge: activity.minAge,
    maxAge: activity.maxAge,
    insuranceNotice: activity.insuranceNotice ?? '',
    questions: activity.questions,
  }
}

export type FieldErrors = Partial<Record<ActivityField, string>>

// What the schema says of an empty field is about formats, or leaves out which field it is.
const unset: FieldErrors = { title: '请填写活动名称', place: '请填写地点', programme: '请选择类别', startsAt: '请选择开始时间', endsAt: '请选择结束时间', capacity: '请填写名额' }
const unsetAtEdit: FieldErrors = { signUpOpensAt: '请选择报名开始时间', signUpClosesAt: '请选择报名截止时间', cancelUntil: '请选择取消期限' }

/**
 * Checks by the contract's schema, which the server applies as well.
 * @param isNew a new activity may leave times to their defaults, a stored one has them all
 */
export function checkValues(values: ActivityValues, isNew: boolean): { errors: FieldErrors; body: CreateActivity | null } {
  const given = Object.fromEntries(Object.entries(values).filter(([field, value]) => value !== null && !(field === 'insuranceNotice' && isEmpty(value))))
  const result = createActivity.safeParse(given)
  const errors: FieldErrors = {}
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path[0] as ActivityField
    errors[field] ??= isEmpty(values[field]) ? unset[field] ?? issue.message : inQuestion(issue.path.map(String), issue.message)
  }
  if (!isNew) for (const field of Object.keys(unsetAtEdit) as ActivityField[]) if (values[field] === null) errors[field] = unsetAtEdit[field]
  return { errors, body: result.success && Object.keys(errors).length === 0 ? (given as unknown as CreateActivity) : null }
}

/** Which of the questions is meant. */
function inQuestion([field, index]: readonly string[], message: string): string {
  return field === 'questions' && index !== undefined ? `第 ${Number(index) + 1} 题：${message}` : message
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

/**
 * Server errors by field; what belongs to no field of the form is told above it. Of a field left to its default
 * nothing is said while another one is wrong: its default follows from that one.
 */
export function fieldErrors(fields: Record<string, string>, values: ActivityValues): { errors: FieldErrors; others: string[] } {
  const errors: FieldErrors = {}
  const others: string[] = []
  for (const [path, message] of Object.entries(fields)) {
    const field = activityFields.find((name) => path === name || path.startsWith(`${name}.`))
    if (field) errors[field] = inQuestion(path.split('.'), message)
    else others.push(message)
  }
  const filledIn = Object.entries(errors).filter(([field]) => values[field as ActivityField] !== null)
  return { errors: filledIn.length > 0 ? Object.fromEntries(filledIn) : errors, others }
}

function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...(value as unknown[])].sort() : typeof value === 'string' ? value.trim() : value)
  return plain(one) === plain(other)
}

export function changedFields(from: ActivityValues, to: ActivityValues): ActivityField[] {
  return activityFields.filter((field) => !isSame(from[field], to[field]))
}

/** The PATCH for what was changed since `base`; empty when nothing was. */
export function changesOf(base: ActivityValues, values: ActivityValues): Omit<UpdateActivity, 'version'> {
  return Object.fromEntries(changedFields(base, values).map((field) => [field, field === 'insuranceNotice' && isEmpty(values[field]) ? null : values[field]]))
}

export interface Merge {
  /** Theirs, with mine wherever I changed something. */
  values: ActivityValues
  /** Only they changed it: taken over. */
  theirs: ActivityField[]
  /** Both changed it, differently: mine stands until I choose otherwise. */
  conflicts: ActivityField[]
}

/** Three ways: what both started from, mine, and what somebody else saved meanwhile. */
export function mergeValues(base: ActivityValues, mine: ActivityValues, theirs: ActivityValues): Merge {
  const myFields = new Set(changedFields(base, mine))
  const theirFields = changedFields(base, theirs)
  const kept = Object.fromEntries([...myFields].map((field) => [field, mine[field]]))
  return {
    values: { ...theirs, ...kept },
    theirs: theirFields.filter((field) => !myFields.has(field)),
    conflicts: theirFields.filter((field) => myFields.has(field) && !isSame(mine[field], theirs[field])),
  }
}
