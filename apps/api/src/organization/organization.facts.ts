/** Facts of this slice: the fields that changed, never what they hold. */
export type OrganizationFact = { fact: 'organization.personUpdated'; subjectId: string; data: { fields: readonly string[] } }
