import type { ActivitySummary } from '@dangqun/contracts/activities/schemas'
import { activityStateLabels, signUpBlockLabels, type ActivityState } from '@dangqun/contracts/activities/vocabulary'
import type { Tone } from '../../ui/palette'
import { StateMark } from '../../ui/state-mark'

const marks: Record<ActivityState, { tone: Tone; icon: string }> = {
  draft: { tone: 'quiet', icon: '○' },
  published: { tone: 'live', icon: '●' },
  closed: { tone: 'waiting', icon: '◐' },
  held: { tone: 'done', icon: '✓' },
  cancelled: { tone: 'off', icon: '×' },
}

type Stated = Pick<ActivitySummary, 'state' | 'signUpBlock'>

/** The state as the public meets it: a published activity may not be open yet, or not any more. */
export function activityStateWord({ state, signUpBlock }: Stated): string {
  if (state === 'published' && signUpBlock === 'not_yet_open') return signUpBlockLabels.not_yet_open
  if (state === 'published' && signUpBlock === 'window_over') return '报名截止'
  return activityStateLabels[state]
}

export function ActivityStateMark({ activity }: { activity: Stated }) {
  const isOver = activity.state === 'published' && activity.signUpBlock === 'window_over'
  const { tone, icon } = marks[isOver ? 'closed' : activity.state]
  return <StateMark tone={tone} icon={icon}>{activityStateWord(activity)}</StateMark>
}
