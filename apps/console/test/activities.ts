import type { Activity, ActivitySummary, SignUpRow } from '@dangqun/contracts/activities/schemas'

export function aSummary(given: Partial<ActivitySummary>): ActivitySummary {
  return {
    id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c46',
    title: '周六无偿献血',
    programme: 'together',
    kind: 'general',
    seriesId: null,
    place: '一楼大厅',
    startsAt: '2036-11-29T08:30:00+08:00',
    endsAt: '2036-11-29T12:00:00+08:00',
    state: 'published',
    capacity: 60,
    taken: 23,
    waiting: 0,
    signUpOpensAt: '2026-11-23T09:00:00+08:00',
    signUpClosesAt: '2036-11-29T08:30:00+08:00',
    signUpBlock: null,
    ...given,
  }
}

/** A published activity as staff see it. */
export function anActivity(given: Partial<Activity>): Activity {
  return {
    ...aSummary(given),
    description: '献血车开到楼下。',
    cancelUntil: '2036-11-29T06:30:00+08:00',
    asks: [],
    questions: [],
    minAge: null,
    maxAge: null,
    insuranceNotice: null,
    sceneCode: null,
    checkInOpensAt: '2036-11-29T07:30:00+08:00',
    checkInClosesAt: '2036-11-29T12:00:00+08:00',
    cancelReason: null,
    version: 1,
    mySignUp: null,
    allowedActions: ['close', 'cancel', 'update'],
    ...given,
  }
}

export function aSignUpRow(number: number, given: Partial<SignUpRow> = {}): SignUpRow {
  return { id: `sign-up-${number}`, state: 'confirmed', position: null, offerUntil: null, number, name: null, phone: null, form: null, createdAt: '2026-11-24T09:00:00+08:00', ...given }
}
