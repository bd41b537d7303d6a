import type { SignUp } from '@dangqun/contracts/activities/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import { signUp, type SignUpPorts, type SignUpProgress } from './activities-sign-up.machine'

const place: SignUp = { id: 'a', activityId: 'b', state: 'confirmed', position: null, ticket: 't', offerUntil: null, checkedInAt: null, createdAt: '2026-11-24T09:00:00+08:00', allowedActions: ['cancel'] }
const lost = () => new ApiError(0, 'network.unreachable', '网络不通')
const ended = () => new ApiError(401, 'session.required', '请先登录')
const profileNeeded = () => new ApiError(409, 'activities.profileNeeded', '请先填写', { fields: ['phone'], labels: '手机号' })

/** A world in which every step works, and what it saw. */
function world(given: { send?: (() => SignUp)[]; signIn?: ('signedIn' | 'refused' | 'left')[]; saves?: boolean; fills?: boolean } = {}) {
  const seen = { keys: [] as string[], progress: [] as SignUpProgress[], asked: [] as (readonly ProfileField[])[], forms: [] as string[][], signIns: 0, waited: [] as number[] }
  const replies = [...(given.send ?? [])]
  const signIns = [...(given.signIn ?? [])]
  const ports: SignUpPorts = {
    ensureSignedIn: async () => {
      seen.signIns++
      return signIns.shift() ?? 'signedIn'
    },
    send: async (key) => {
      seen.keys.push(key)
      return (replies.shift() ?? (() => place))()
    },
    askProfile: async (fields) => {
      seen.asked.push(fields)
      return given.saves ?? true
    },
    askForm: async (form) => {
      seen.forms.push(form.needs)
      return given.fills ?? true
    },
    wait: async (ms) => void seen.waited.push(ms),
    progress: (now) => void seen.progress.push(now),
  }
  return { ports, seen }
}

const fail = (error: () => ApiError) => () => {
  throw error()
}

test('one tap is enough for someone who is known', async () => {
  const { ports, seen } = world()
  expect(await signUp('k', ports)).toEqual({ kind: 'done', signUp: place })
  expect(seen.keys).toEqual(['k'])
  expect(seen.asked).toEqual([])
})

test('refusing the privacy text sends nothing', async () => {
  const { ports, seen } = world({ signIn: ['refused'] })
  expect(await signUp('k', ports)).toEqual({ kind: 'refusedPrivacy' })
  expect(seen.keys).toEqual([])
})

test('turning back at the login is no refusal', async () => {
  const { ports } = world({ signIn: ['left'] })
  expect(await signUp('k', ports)).toEqual({ kind: 'left' })
})

test('the profile is asked once and the same intent goes on', async () => {
  const { ports, seen } = world({ send: [fail(profileNeeded)] })
  expect(await signUp('k', ports)).toMatchObject({ kind: 'done' })
  expect(seen.asked).toEqual([['phone']])
  expect(seen.keys).toEqual(['k', 'k'])
})

test('closing the profile leaves the journey', async () => {
  const { ports, seen } = world({ send: [fail(profileNeeded)], saves: false })
  expect(await signUp('k', ports)).toEqual({ kind: 'left' })
  expect(seen.keys).toEqual(['k'])
})

test('the form is asked for what is missing, again if need be, and the same intent goes on', async () => {
  const needed = (needs: string[]) => fail(() => new ApiError(409, 'activities.formNeeded', '报名前还需要填写', { needs, problems: {} }))
  const { ports, seen } = world({ send: [needed(['birthDate']), needed(['guardian'])] })
  expect(await signUp('k', ports)).toMatchObject({ kind: 'done' })
  expect(seen.forms).toEqual([['birthDate'], ['guardian']])
  expect(seen.keys).toEqual(['k', 'k', 'k'])
  const closed = world({ send: [needed(['answers'])], fills: false })
  expect(await signUp('k', closed.ports)).toEqual({ kind: 'left' })
})

test('a lost answer is repeated under the same key', async () => {
  const { ports, seen } = world({ send: [fail(lost), fail(() => new ApiError(503, 'system.unavailable', '服务正忙'))] })
  expect(await signUp('k', ports)).toMatchObject({ kind: 'done' })
  expect(seen.keys).toEqual(['k', 'k', 'k'])
  expect(seen.waited).toHaveLength(2)
  expect(seen.progress).toContain('retrying')
})

test('after the last lost answer the intent can be taken up again', async () => {
  const { ports, seen } = world({ send: [fail(lost), fail(lost), fail(lost)] })
  expect(await signUp('k', ports)).toMatchObject({ kind: 'lost' })
  expect(await signUp('k', ports)).toMatchObject({ kind: 'done' })
  expect(new Set(seen.keys)).toEqual(new Set(['k']))
})

test('a decision of the API is not repeated', async () => {
  const { ports, seen } = world({ send: [fail(() => new ApiError(409, 'activities.notOpen', '现在不能报名：报名已截止'))] })
  expect(await signUp('k', ports)).toMatchObject({ kind: 'refused', error: { message: '现在不能报名：报名已截止' } })
  expect(seen.keys).toEqual(['k'])
})

test('an ended session logs in again and goes on; ending at once again is given up', async () => {
  const again = world({ send: [fail(ended)] })
  expect(await signUp('k', again.ports)).toMatchObject({ kind: 'done' })
  expect(again.seen).toMatchObject({ signIns: 2, keys: ['k', 'k'] })
  const never = world({ send: [fail(ended), fail(ended), fail(ended)] })
  expect(await signUp('k', never.ports)).toMatchObject({ kind: 'refused', error: { status: 401 } })
})

test('a login that cannot be reached is lost, not refused', async () => {
  const { ports } = world()
  ports.ensureSignedIn = async () => {
    throw lost()
  }
  expect(await signUp('k', ports)).toMatchObject({ kind: 'lost' })
})
