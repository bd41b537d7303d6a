/** What the ledger says of exports, in the activity's own history: which asking, and how much; purposes and notes stay in the record. */
export interface ExportsFact {
  fact: 'activities.exportAsked' | 'activities.exportApproved' | 'activities.exportRefused' | 'activities.exportTaken'
  /** The activity. */
  subjectId: string
  data: { exportId: string; rows: number; hasPhones: boolean }
}
