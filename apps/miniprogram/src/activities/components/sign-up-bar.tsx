import { Text, View } from '@tarojs/components'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { session } from '@/platform/session'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { sayMoment } from '@/ui/dates.rules'
import { activeSignUp, explainSignUp, sayPlaces } from '../activities-words.rules'
import type { SignUpJourney } from '../use-sign-up'
import type { Answering } from '../use-answer'
import type { Cancelling } from '../use-cancel'

const progressWords = { signingIn: '正在登录…', sending: '正在报名…', retrying: '网络不好，正在重试…', asking: '等你填写…' }

interface SignUpBarProps {
  activity: Activity
  now: Date
  journey: SignUpJourney
  cancelling: Cancelling
  answering: Answering
  phone: string | null
  onCall: (phone: string) => void
  onAppeal: () => void
}

/** The one act of the page, at thumb height, with what a person must know before pressing it. */
export function SignUpBar({ activity, now, journey, cancelling, answering, phone, onCall, onAppeal }: SignUpBarProps) {
  const mine = activeSignUp(activity.mySignUp)
  if (mine?.allowedActions.includes('accept')) {
    return (
      <View>
        {answering.error && <Notice kind="warn" text={answering.error.message} />}
        <View className="answers">
          <PlainButton text="不去了" busyText={answering.underWay === 'decline' ? '正在放弃…' : null} isDisabled={answering.underWay !== null} onTap={() => void answering.give(mine, 'decline')} />
          <PrimaryButton text="确认参加" busyText={answering.underWay === 'accept' ? '正在确认…' : null} isDisabled={answering.underWay !== null} onTap={() => void answering.give(mine, 'accept')} />
        </View>
      </View>
    )
  }
  if (mine) {
    const mayCancel = mine.allowedActions.includes('cancel')
    const isTooLate = !mayCancel && activity.signUpBlock !== 'held' && activity.signUpBlock !== 'cancelled' && (mine.state === 'confirmed' || mine.state === 'waitlisted')
    if (!mayCancel && !isTooLate && !cancelling.error) return null
    return (
      <View>
        {cancelling.error && <Notice kind="warn" text={cancelling.error.message} />}
        {mayCancel && <PlainButton text="取消报名" busyText={cancelling.isUnderWay ? '正在取消…' : null} onTap={() => void cancelling.start(mine, activity)} />}
        {isTooLate && (
          <Notice
            text={`${sayMoment(activity.cancelUntil, now)} 后不能在手机上取消，来不了请告诉中心`}
            action={phone === null ? undefined : { text: '打电话', onTap: () => onCall(phone) }}
          />
        )}
      </View>
    )
  }
  const places = sayPlaces(activity, now)
  const isPossible = activity.allowedActions.includes('sign-up')
  return (
    <View>
      {answering.error && <Notice kind="warn" text={answering.error.message} />}
      <OutcomeNotice journey={journey} onAppeal={onAppeal} />
      <View className="sign-up-bar">
        <View className="sign-up-bar__words">
          <Text className={`sign-up-bar__lead places_${places.tone}`}>{places.lead}</Text>
          <Text className="sign-up-bar__note">{isPossible ? explainSignUp(activity, now) : places.note}</Text>
        </View>
        {isPossible && (
          <View className="sign-up-bar__button">
            <PrimaryButton
              text={journey.outcome?.kind === 'lost' ? '重试' : '报名'}
              busyText={journey.progress && progressWords[journey.progress]}
              onTap={() => void journey.start()}
            />
          </View>
        )}
      </View>
    </View>
  )
}

function OutcomeNotice({ journey: { outcome }, onAppeal }: { journey: SignUpJourney; onAppeal: () => void }) {
  switch (outcome?.kind) {
    case 'refusedPrivacy':
      return <Notice text={session.token() === null ? '没有登录，也没有收集任何信息。可以继续浏览，想报名时再点一次。' : '没有同意新的隐私说明，这次没有报名，已有的报名不变。想报名时再点一次。'} />
    case 'lost':
      return <Notice kind="warn" text={`${outcome.error.message}。点重试不会重复报名。`} />
    case 'refused':
      return <Notice kind="warn" text={outcome.error.message} action={outcome.error.code === 'activities.paused' ? { text: '去申诉', onTap: onAppeal } : undefined} />
    default:
      return null
  }
}
