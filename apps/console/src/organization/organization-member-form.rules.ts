import { readIdNumber } from '@dangqun/contracts/kit/numbers'
import { createMember, type CreateMember, type Member, type UpdateMember } from '@dangqun/contracts/organization/members/schemas'
import { sexLabels, type MemberCategory, type MemberFlow } from '@dangqun/contracts/organization/members/vocabulary'

export interface MemberValues extends Record<string, string | boolean | null> {
  name: string
  formerName: string
  idNumber: string
  isIdentityChecked: boolean
  ethnicity: string | null
  education: string | null
  category: MemberCategory | null
  joinedOn: string | null
  confirmedOn: string | null
  probationEndsOn: string | null
  extendedTo: string | null
  phone: string
  emergencyName: string
  emergencyPhone: string
  branchId: string | null
  firmId: string | null
  flow: MemberFlow
}

export const emptyMember: MemberValues = {
  name: '', formerName: '', idNumber: '', isIdentityChecked: false, ethnicity: '01', education: null, category: null, joinedOn: null, confirmedOn: null, probationEndsOn: null, extendedTo: null,
  phone: '', emergencyName: '', emergencyPhone: '', branchId: null, firmId: null, flow: 'normal',
}

export const unsetMember: Partial<Record<string, string>> = {
  name: '请填写姓名', idNumber: '请填写身份证号', ethnicity: '请选择民族', education: '请选择学历', category: '请选择类别', joinedOn: '请选择入党日期', branchId: '请选择所在支部', isIdentityChecked: '请与证件核对后勾选',
}

export const newMemberSchema = createMember

export function memberValuesOf(member: Member): MemberValues {
  return {
    name: member.name, formerName: member.formerName ?? '', idNumber: member.idNumber, isIdentityChecked: true, ethnicity: member.ethnicity, education: member.education, category: member.category,
    joinedOn: member.joinedOn, confirmedOn: member.confirmedOn, probationEndsOn: member.probationEndsOn, extendedTo: member.extendedTo, phone: member.phone ?? '', emergencyName: member.emergencyName ?? '',
    emergencyPhone: member.emergencyPhone ?? '', branchId: member.branch.id, firmId: member.firm?.id ?? null, flow: member.flow,
  }
}

/** What is sent; a full member has no extension, a probationary one no day of confirmation, whatever was typed before. */
export function toCreateMember(values: MemberValues): CreateMember {
  const orNull = (text: string) => text.trim() || null
  const isFull = values.category === 'full'
  return {
    name: values.name, idNumber: values.idNumber, ethnicity: values.ethnicity ?? '', education: values.education ?? '', category: values.category as MemberCategory, joinedOn: values.joinedOn ?? '',
    branchId: values.branchId ?? '', firmId: values.firmId, flow: values.flow, formerName: orNull(values.formerName), phone: orNull(values.phone), emergencyName: orNull(values.emergencyName),
    emergencyPhone: orNull(values.emergencyPhone), confirmedOn: isFull ? values.confirmedOn : null, probationEndsOn: values.probationEndsOn, extendedTo: isFull ? null : values.extendedTo,
    isIdentityChecked: values.isIdentityChecked as true,
  }
}

/** The fields of a PATCH that differ from what is stored. */
export function changesOfMember(member: Member, { isIdentityChecked: _, ...body }: CreateMember): UpdateMember {
  const { isIdentityChecked: __, ...stored } = toCreateMember(memberValuesOf(member))
  const changed = Object.entries(body).filter(([field, value]) => value !== stored[field as keyof typeof stored])
  return { ...Object.fromEntries(changed), version: member.version }
}

/** 男，1990年5月1日出生; null while the number is not whole or not right. */
export function identityWords(idNumber: string): string | null {
  const facts = readIdNumber(idNumber)
  if (!facts) return null
  const [year, month, day] = facts.bornOn.split('-').map(Number)
  return `${sexLabels[facts.sex]}，${year}年${month}月${day}日出生`
}
