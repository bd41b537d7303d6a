import type { Activity, ActivitySummary, SignUp } from '@dangqun/contracts/activities/schemas'
import { activeSignUpStates, signUpBlockLabels, signUpStateLabels, type SignUpState } from '@dangqun/contracts/activities/vocabulary'
import { sayMoment, sayTime } from '@/ui/dates.rules'

/** `tone`: `free` places are there, `few` of them, `full` only the waitlist, `off` nobody can sign up. */
export interface Places {
  tone: 'free' | 'few' | 'full' | 'off'
  lead: string
  note: string
}

/** What people come for: is there a place for me? */
export function sayPlaces(activity: ActivitySummary, now: Date): Places {
  const { capacity, taken, waiting, signUpBlock } = activity
  if (signUpBlock === 'not_yet_open') return { tone: 'off', lead: '未开始报名', note: `${sayMoment(activity.signUpOpensAt, now)} 开始` }
  if (signUpBlock !== null) return { tone: 'off', lead: signUpBlockLabels[signUpBlock], note: signUpBlock === 'cancelled' ? '' : `${taken} 人报名` }
  const left = Math.max(0, capacity - taken)
  if (left === 0) return { tone: 'full', lead: waiting > 0 ? `候补 ${waiting} 人` : '可以候补', note: `${capacity} 个名额已满` }
  return { tone: left <= Math.max(3, capacity / 10) ? 'few' : 'free', lead: `还剩 ${left} 个名额`, note: `共 ${capacity} 个` }
}

/** The sign-up that counts now; a cancelled one leaves the way free for another. */
export function activeSignUp(signUp: SignUp | null): SignUp | null {
  return signUp && (activeSignUpStates as readonly SignUpState[]).includes(signUp.state) ? signUp : null
}

/** `已签到 14:03`, `候补第 3 位`, `有名额了，请在今天 14:35 前确认`, `报名成功` */
export function saySignUp(signUp: Pick<SignUp, 'state' | 'position' | 'offerUntil' | 'checkedInAt'>, now: Date): string {
  if (signUp.checkedInAt !== null) return `已签到 ${sayTime(signUp.checkedInAt)}`
  if (signUp.state === 'offered' && signUp.offerUntil !== null) return `有名额了，请在${sayMoment(signUp.offerUntil, now)} 前确认`
  return signUp.state === 'waitlisted' && signUp.position !== null ? `候补第 ${signUp.position} 位` : signUpStateLabels[signUp.state]
}

/** Four by four, as it is read aloud. */
export function spaced(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Whether somebody with a place can check in at the door now. */
export function canCheckIn(activity: Pick<Activity, 'checkInOpensAt' | 'checkInClosesAt' | 'state'>, signUp: SignUp, now: Date): boolean {
  const at = now.getTime()
  return signUp.state === 'confirmed' && activity.state !== 'cancelled' && at >= Date.parse(activity.checkInOpensAt) && at <= Date.parse(activity.checkInClosesAt)
}

/** What became of a sign-up that does not count any more. */
export function sayEnded(signUp: Pick<SignUp, 'state'>): string {
  if (signUp.state === 'declined') return '你放弃了这个名额，已留给下一位'
  if (signUp.state === 'lapsed') return '确认的时间已过，名额已留给下一位。还想参加可以再报名候补'
  return '你的报名已取消'
}

/** The sentence above the sign-up button. */
export function explainSignUp(activity: Activity, now: Date): string {
  if (activity.signUpBlock !== null) return ''
  const full = activity.taken >= activity.capacity
  return full ? '报名后排队，有人退出按先后补上' : `${sayMoment(activity.signUpClosesAt, now)} 截止`
}

/** What cancelling means, before it is done. */
export function explainCancel(activity: Pick<Activity, 'cancelUntil' | 'waiting'>, state: SignUpState, now: Date): string[] {
  const until = `最晚可在 ${sayMoment(activity.cancelUntil, now)} 前取消。`
  if (state === 'waitlisted') return ['取消后会失去现在的候补位置，再报名要重新排队。', until]
  const next = activity.waiting > 0 ? '名额会马上留给候补第一位。' : '名额会让给后面报名的人。'
  return [`取消后，${next}`, until]
}

/** `18 至 40 周岁参加`, `年满 18 周岁参加` */
export function sayAges({ minAge, maxAge }: Pick<Activity, 'minAge' | 'maxAge'>): string {
  if (minAge !== null && maxAge !== null) return `${minAge} 至 ${maxAge} 周岁参加`
  return minAge === null ? `${maxAge ?? ''} 周岁及以下参加` : `年满 ${minAge} 周岁参加`
}
