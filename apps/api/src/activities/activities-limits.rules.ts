import type { ActivityKind } from '@dangqun/contracts/activities/vocabulary'

/** 0: no limit. */
export interface SignUpLimits {
  readonly mostInSeries: number
  readonly mostOfKindIn30Days: number
}

/** Another standing sign-up of the same person. */
export interface OtherSignUp {
  readonly kind: ActivityKind
  readonly seriesId: string | null
  readonly startsAt: Date
}

const dayMs = 86_400_000
export const kindWindowMs = 30 * dayMs

/** Whether there is a limit that concerns this activity at all. */
export function isLimited(activity: { readonly kind: ActivityKind; readonly seriesId: string | null }, limits: SignUpLimits): boolean {
  return (limits.mostInSeries > 0 && activity.seriesId !== null) || (limits.mostOfKindIn30Days > 0 && activity.kind !== 'general')
}

/** Which limit one more sign-up would break; null: none. */
export function brokenLimit(activity: OtherSignUp, others: readonly OtherSignUp[], limits: SignUpLimits): 'activities.seriesLimit' | 'activities.kindLimit' | null {
  const { mostInSeries, mostOfKindIn30Days } = limits
  if (mostInSeries > 0 && activity.seriesId !== null && others.filter(({ seriesId }) => seriesId === activity.seriesId).length >= mostInSeries) return 'activities.seriesLimit'
  if (mostOfKindIn30Days === 0 || activity.kind === 'general') return null
  const same = others.filter(({ kind }) => kind === activity.kind).map(({ startsAt }) => startsAt.getTime())
  const mine = activity.startsAt.getTime()
  // A window that begins at one of them and holds this one too: no other can hold more.
  const begins = [...same, mine].filter((begin) => begin <= mine && mine < begin + kindWindowMs)
  const most = Math.max(...begins.map((begin) => same.filter((at) => begin <= at && at < begin + kindWindowMs).length))
  return most >= mostOfKindIn30Days ? 'activities.kindLimit' : null
}
