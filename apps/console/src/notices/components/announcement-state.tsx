import { announcementStateLabels, type AnnouncementState } from '@dangqun/contracts/notices/announcements/vocabulary'
import type { Tone } from '../../ui/palette'
import { StateMark } from '../../ui/state-mark'

const marks: Record<AnnouncementState, { tone: Tone; icon: string }> = {
  draft: { tone: 'quiet', icon: '○' },
  published: { tone: 'live', icon: '●' },
  withdrawn: { tone: 'off', icon: '×' },
}

export function AnnouncementStateMark({ state }: { state: AnnouncementState }) {
  return <StateMark {...marks[state]}>{announcementStateLabels[state]}</StateMark>
}
