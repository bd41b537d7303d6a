import { activityKindLabels, type ActivityKind } from '@dangqun/contracts/activities/vocabulary'
import { programmeLabels, type Programme } from '@dangqun/contracts/centers/vocabulary'

export interface ActivityFilter {
  programme: Programme | null
  kind: ActivityKind | null
}

export const wholeList: ActivityFilter = { programme: null, kind: null }

/** `青年服务`, `阅读`, `青年服务 · 阅读`; empty without a filter. */
export function sayFilter({ programme, kind }: ActivityFilter): string {
  return [programme && programmeLabels[programme].name, kind && activityKindLabels[kind]].filter(Boolean).join(' · ')
}
