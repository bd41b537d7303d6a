import type { CheckInFlag, CheckInMethod } from '@dangqun/contracts/activities/check-in/vocabulary'

/** What the ledger says of check-ins: ids and kinds; reasons stay in the record. */
export type CheckInFact =
  | { fact: 'activities.checkedIn'; subjectId: string; data: { activityId: string; signUpId: string; method: CheckInMethod; flag: CheckInFlag | null; isOffline: boolean } }
  | { fact: 'activities.checkInUndone' | 'activities.checkInConfirmed'; subjectId: string; data: { activityId: string; signUpId: string } }
  | { fact: 'activities.signedUpAtTheDoor'; subjectId: string; data: { activityId: string } }
  | { fact: 'activities.absencesMarked'; subjectId: string; data: { count: number } }
