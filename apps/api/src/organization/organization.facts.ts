/** Facts of this slice: ids, codes and the fields that changed, never what they hold. */
export type OrganizationFact =
  | { fact: 'organization.personUpdated'; subjectId: string; data: { fields: readonly string[] } }
  | { fact: 'organization.firmCreated'; subjectId: string }
  | { fact: 'organization.firmUpdated'; subjectId: string; data: { version: number; fields: readonly string[] } }
  | { fact: 'organization.contactForgotten'; subjectId: string }
  | { fact: 'organization.created'; subjectId: string; data: { kind: string; reportsTo: string | null } }
  | { fact: 'organization.updated'; subjectId: string; data: { fields: readonly string[] } }
  | { fact: 'organization.moved'; subjectId: string; data: { from: string | null; to: string | null } }
  | { fact: 'organization.dissolved'; subjectId: string }
  | { fact: 'organization.memberCreated'; subjectId: string; data: { branchId: string } }
  | { fact: 'organization.memberRead'; subjectId: string }
  | { fact: 'organization.memberUpdated'; subjectId: string; data: { fields: readonly string[] } }
  | { fact: 'organization.memberEnded'; subjectId: string }
  | { fact: 'organization.bindingAsked'; subjectId: string; data: { kind: string } }
  | { fact: 'organization.bindingRead'; subjectId: string }
  | { fact: 'organization.bindingConfirmed'; subjectId: string; data: { kind: string; targetId: string } }
  | { fact: 'organization.bindingRefused'; subjectId: string; data: { kind: string } }
  | { fact: 'organization.bindingWithdrawn'; subjectId: string; data: { kind: string } }
  | { fact: 'organization.bindingEnded'; subjectId: string; data: { kind: string } }
  | { fact: 'organization.personCreated'; subjectId: string }
  | { fact: 'organization.birthDateCorrected'; subjectId: string; data: { basis: string } }
  | { fact: 'organization.personsMerged'; subjectId: string; data: { goneId: string } }
