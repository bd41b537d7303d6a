import { createFirm, type CreateFirm, type Firm, type FirmDetail, type UpdateFirm } from '@dangqun/contracts/organization/firms/schemas'
import { firmFieldLabels, firmFields, industryDivisions, industrySections, type FirmField } from '@dangqun/contracts/organization/firms/vocabulary'
import { firmKindLabels, firmSizeLabels, type FirmKind, type FirmSize } from '@dangqun/contracts/organization/vocabulary'

/** The form of a firm, every field a text or a choice; tags one below the other. */
export interface FirmValues extends Record<string, string | boolean | null> {
  name: string
  creditCode: string
  kind: FirmKind | null
  size: FirmSize | null
  industry: string | null
  buildingId: string | null
  floor: string
  room: string
  foundedOn: string | null
  tags: string
}

export const emptyFirm: FirmValues = { name: '', creditCode: '', kind: null, size: null, industry: null, buildingId: null, floor: '', room: '', foundedOn: null, tags: '' }

export const unsetFirm: Partial<Record<string, string>> = { name: '请填写名称，与营业执照一致', kind: '请选择类型', size: '请选择规模', buildingId: '请选择楼宇', room: '请填写房间', foundedOn: '请选择成立时间' }

export const firmSchema = createFirm

export const readTags = (typed: string): string[] => typed.split('\n').filter(Boolean)

export function firmValuesOf(firm: Firm): FirmValues {
  return {
    name: firm.name, creditCode: firm.creditCode ?? '', kind: firm.kind, size: firm.size, industry: firm.industry, buildingId: firm.building.id, floor: firm.floor === null ? '' : String(firm.floor), room: firm.room,
    foundedOn: firm.foundedOn, tags: firm.tags.join('\n'),
  }
}

export function toCreateFirm(values: FirmValues): CreateFirm {
  const floor = values.floor.normalize('NFKC').trim()
  return {
    name: values.name, creditCode: values.creditCode.trim() || null, kind: values.kind as FirmKind, size: values.size as FirmSize, industry: values.industry, buildingId: values.buildingId ?? '',
    floor: floor === '' ? null : Number(floor), room: values.room, foundedOn: values.foundedOn ?? '', tags: readTags(values.tags),
  }
}

/** The fields of a PATCH that differ from what is stored. */
export function changesOfFirm(firm: FirmDetail, body: CreateFirm): UpdateFirm {
  const stored = toCreateFirm(firmValuesOf(firm))
  const changed = firmFields.filter((field) => JSON.stringify(body[field]) !== JSON.stringify(stored[field]))
  return { ...Object.fromEntries(changed.map((field) => [field, body[field]])), version: firm.version }
}

/** What stands there now, when somebody else saved first; `mine` are the fields that would be written over. */
export function changedMeanwhileWords(fields: readonly FirmField[], newest: Firm, mine: UpdateFirm): string {
  const theirs = fields.map((field) => firmFieldLabels[field]).join('、')
  const both = fields.filter((field) => mine[field] !== undefined).map((field) => `${firmFieldLabels[field]}（对方改成“${firmWords(newest, field)}”）`)
  return `他人刚改了${theirs || '这家企业'}，已载入最新内容，你改的还在。${both.length > 0 ? `再点保存会覆盖对方的${both.join('、')}。` : '核对后再点保存。'}`
}

/** 改了楼层、标签: one line of a firm's history. */
export function changeWords(fact: string, data: Readonly<Record<string, unknown>>): string {
  const fields = firmFields.filter((field) => Array.isArray(data['fields']) && data['fields'].includes(field))
  return fact === 'organization.firmCreated' ? '登记' : `改了${fields.map((field) => firmFieldLabels[field]).join('、') || '资料'}`
}

/** One field in words. */
export function firmWords(firm: Firm, field: FirmField): string {
  switch (field) {
    case 'creditCode': return firm.creditCode ?? '未填'
    case 'kind': return firmKindLabels[firm.kind]
    case 'size': return firmSizeLabels[firm.size]
    case 'industry': return industryWords(firm.industry) ?? '未填'
    case 'buildingId': return firm.building.name
    case 'floor': return floorWords(firm.floor) ?? '未填'
    case 'tags': return firm.tags.join('、') || '没有标签'
    default: return firm[field]
  }
}

/** `65 软件和信息技术服务业` */
export function industryWords(code: string | null): string | null {
  return code && `${code} ${industryDivisions[code] ?? ''}`
}

export function floorWords(floor: number | null): string | null {
  return floor === null ? null : floor < 0 ? `地下 ${-floor} 层` : `${floor} 层`
}

/** Divisions below their sections, for a choice. */
export const industryOptions = industrySections.map(({ letter, name, from, divisions }) => ({
  label: `${letter} ${name}`,
  options: divisions.map((division, index) => {
    const code = String(from + index).padStart(2, '0')
    return { value: code, label: `${code} ${division}` }
  }),
}))
