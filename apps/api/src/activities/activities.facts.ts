import type { ActivityState } from '@dangqun/contracts/activities/vocabulary'

/** What the ledger says of activities: ids, states and counts, nothing about persons. */
export type ActivitiesFact =
  | { fact: 'activities.created'; subjectId: string }
  | { fact: 'activities.updated'; subjectId: string; data: { fields: readonly string[]; capacity: number } }
  | { fact: 'activities.published' | 'activities.closed' | 'activities.held' | 'activities.cancelled'; subjectId: string; data: { from: ActivityState } }
  | { fact: 'activities.signedUp' | 'activities.signedUpOnBehalf'; subjectId: string; data: { activityId: string; state: 'confirmed' | 'waitlisted' } }
  | { fact: 'activities.signUpCancelled'; subjectId: string; data: { activityId: string } }
  | { fact: 'activities.noShowWaived'; subjectId: string; data: { activityId: string } }
  | { fact: 'activities.appealSent' | 'activities.appealGranted' | 'activities.appealRefused'; subjectId: string; data: { personId: string; waived: number } }
  | { fact: 'activities.signUpPromoted' | 'activities.signUpOffered' | 'activities.offerAccepted' | 'activities.offerDeclined' | 'activities.offerLapsed'; subjectId: string; data: { activityId: string } }
