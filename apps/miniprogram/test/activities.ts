import type { Activity, SignUp } from '@dangqun/contracts/activities/schemas'

/** An activity in four days, open, with free places, unless told otherwise. */
export function anActivity(given: Partial<Activity>): Activity {
  return {
    id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c46',
    title: '周六无偿献血',
    programme: 'together',
    kind: 'general',
    seriesId: null,
    place: '一楼大厅',
    startsAt: '2036-11-28T08:30:00+08:00',
    endsAt: '2036-11-28T12:00:00+08:00',
    state: 'published',
    capacity: 60,
    taken: 23,
    waiting: 0,
    signUpOpensAt: '2026-11-23T09:00:00+08:00',
    signUpClosesAt: '2036-11-28T08:30:00+08:00',
    signUpBlock: null,
    description: '献血车开到楼下。',
    cancelUntil: '2036-11-28T06:30:00+08:00',
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
    allowedActions: ['sign-up'],
    ...given,
  }
}

export function aSignUp(given: Partial<SignUp>): SignUp {
  return {
    id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c47',
    activityId: '01a20e5a-a4af-7bdb-ba09-b0326ba07c46',
    state: 'confirmed',
    position: null,
    ticket: 'ticket',
    offerUntil: null,
    checkedInAt: null,
    createdAt: '2026-11-24T09:00:00+08:00',
    allowedActions: ['cancel'],
    ...given,
  }
}
