import type { CodeKind } from '@dangqun/contracts/centers/vocabulary'

/** Facts of this slice. Settings are no personal data: the ledger keeps what they were and what they became. */
export type CentersFact =
  | { fact: 'centers.created'; subjectId: string; data: { slug: string } }
  | { fact: 'centers.settingsChanged'; subjectId: string; data: { version: number; changes: readonly string[] } }
  | { fact: 'centers.updated'; subjectId: string; data: { version: number; fields: readonly string[] } }
  | { fact: 'centers.pictureSet' | 'centers.pictureRemoved'; subjectId: string; data: { fileId: string } }
  | { fact: 'centers.codeCreated' | 'centers.codeRetired'; subjectId: string; data: { code: string; kind: CodeKind } }
  | { fact: 'centers.buildingAdded' | 'centers.serviceAdded' | 'centers.buildingsOrdered'; subjectId: string }
  | { fact: 'centers.buildingChanged' | 'centers.serviceChanged'; subjectId: string; data: { version: number; fields: readonly string[] } }
  | { fact: 'centers.servicesOrdered'; subjectId: string; data: { programme: string } }
  | { fact: 'centers.workdaysChanged'; subjectId: string; data: { year: number; days: number } }
