import { createOrganization, type CreateOrganization, type Organization, type UpdateOrganization } from '@dangqun/contracts/organization/tree/schemas'
import type { OrganizationKind, OrganizationTier } from '@dangqun/contracts/organization/tree/vocabulary'

/** The form of an organisation, every field a text or a choice. */
export interface OrganizationValues extends Record<string, string | boolean | null> {
  kind: OrganizationKind | null
  name: string
  fullName: string
  reportsTo: string | null
  partnersWith: string | null
  tier: OrganizationTier | null
  canApproveProbationary: boolean
  code: string
  foundedOn: string | null
  contactName: string
  contactPhone: string
  address: string
  postcode: string
}

export const emptyOrganization: OrganizationValues = {
  kind: null, name: '', fullName: '', reportsTo: null, partnersWith: null, tier: null, canApproveProbationary: false, code: '', foundedOn: null, contactName: '', contactPhone: '', address: '', postcode: '',
}

export const unsetOrganization: Partial<Record<string, string>> = { kind: '请选择类别', name: '请填写简称', fullName: '请填写全称，与公章一致' }

export const organizationSchema = createOrganization

export function valuesOf(given: Organization): OrganizationValues {
  return {
    kind: given.kind, name: given.name, fullName: given.fullName, reportsTo: given.path.at(-1)?.id ?? null, partnersWith: given.partnersWith?.id ?? null, tier: given.tier,
    canApproveProbationary: given.canApproveProbationary, code: given.code ?? '', foundedOn: given.foundedOn, contactName: given.contactName ?? '', contactPhone: given.contactPhone ?? '',
    address: given.address ?? '', postcode: given.postcode ?? '',
  }
}

export function toCreateOrganization(values: OrganizationValues): CreateOrganization {
  const orNull = (text: string) => text.trim() || null
  return {
    ...values,
    kind: values.kind as OrganizationKind,
    code: orNull(values.code), contactName: orNull(values.contactName), contactPhone: orNull(values.contactPhone), address: orNull(values.address), postcode: orNull(values.postcode),
    canApproveProbationary: values.kind === 'committee' && values.canApproveProbationary,
  }
}

/** What a PATCH carries: kind and 隶属 change by acts of their own. */
export function toUpdateOrganization(body: CreateOrganization, version: number): UpdateOrganization {
  return {
    name: body.name, fullName: body.fullName, version, code: body.code ?? null, tier: body.tier ?? null, partnersWith: body.partnersWith ?? null, foundedOn: body.foundedOn ?? null,
    canApproveProbationary: body.canApproveProbationary ?? false, contactName: body.contactName ?? null, contactPhone: body.contactPhone ?? null, address: body.address ?? null, postcode: body.postcode ?? null,
  }
}
