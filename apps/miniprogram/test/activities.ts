import { fireEvent, screen } from '@testing-library/react'
import type { Activity, SignUp } from '@dangqun/contracts/activities/schemas'
import { answerWith, asked, type Answer } from './taro'

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

const ok = (data: unknown, statusCode = 200): Answer => ({ statusCode, data })

/** The API around one activity; `onSignUp` answers each try in turn. */
export function serveActivity(activity: Activity, onSignUp: (() => Answer)[] = []) {
  let now = activity
  const tries = [...onSignUp]
  answerWith(({ method, url, data }) => {
    if (url.endsWith('/auth/wechat')) return ok({ token: `token of ${(data as { code: string }).code}`, account: { id: (data as { code: string }).code } })
    if (url.endsWith('/me/consents')) return ok(data, 201)
    if (url.endsWith('/sandbox')) return ok({ personas: [{ code: 'sandbox:newcomer', title: '第一次来的职工', roles: ['worker'] }], consoleAccounts: [] })
    if (url.endsWith('/persons/me')) return ok({ name: '王小明', phone: null, ...(data as object) })
    if (url.endsWith('/sign-ups')) {
      const reply = tries.shift()?.() ?? ok(aSignUp({}), 201)
      if (reply.statusCode < 300) now = { ...now, mySignUp: aSignUp(reply.data as object) }
      return reply
    }
    if (url.endsWith('/cancel')) {
      now = { ...now, mySignUp: null }
      return ok(aSignUp({ state: 'cancelled', ticket: null, allowedActions: [] }))
    }
    if (url.endsWith('/accept') || url.endsWith('/decline')) {
      now = { ...now, mySignUp: aSignUp(url.endsWith('/accept') ? {} : { state: 'declined', ticket: null, allowedActions: [] }) }
      return ok(now.mySignUp)
    }
    if (method === 'GET' && url.includes('/activities/')) return ok(now)
    return { statusCode: 404, data: { error: { code: 'centers.notFound', message: '没有这个中心' } } }
  })
}

export const signUps = () => asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/sign-ups'))

/** Of a guest who presses 报名. */
export async function agreeAndLogIn() {
  await screen.findByRole('dialog', { name: '登录前，请先看一下' })
  fireEvent.click(screen.getByRole('button', { name: '同意并继续' }))
  fireEvent.click(await screen.findByText('第一次来的职工'))
}
