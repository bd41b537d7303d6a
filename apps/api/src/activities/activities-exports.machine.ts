import type { ExportState } from '@dangqun/contracts/activities/exports/vocabulary'

export type StoredExportState = Exclude<ExportState, 'lapsed'>
export type ExportStep = 'approve' | 'refuse' | 'take'

/** From which state which step leads where. What was taken may be taken again while it may be fetched at all. */
export const exportTransitions = {
  asked: { approve: 'approved', refuse: 'refused' },
  approved: { take: 'taken' },
  taken: { take: 'taken' },
  refused: {},
} as const satisfies Record<StoredExportState, Partial<Record<ExportStep, StoredExportState>>>

export function nextExportState(state: StoredExportState, step: ExportStep): StoredExportState | null {
  return (exportTransitions[state] as Partial<Record<ExportStep, StoredExportState>>)[step] ?? null
}
