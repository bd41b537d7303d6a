import { CheckOutlined, ClockCircleOutlined, EditOutlined, RollbackOutlined, StopOutlined, SwapOutlined } from '@ant-design/icons'
import { versionStateLabels, type VersionState } from '@dangqun/contracts/financing/vocabulary'
import type { ReactNode } from 'react'
import type { Tone } from '../../ui/palette'
import { StateMark } from '../../ui/state-mark'

const marks: Record<VersionState, { tone: Tone; icon: ReactNode }> = {
  draft: { tone: 'quiet', icon: <EditOutlined /> },
  submitted: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  returned: { tone: 'off', icon: <RollbackOutlined /> },
  approved: { tone: 'live', icon: <CheckOutlined /> },
  replaced: { tone: 'quiet', icon: <SwapOutlined /> },
  withdrawn: { tone: 'quiet', icon: <StopOutlined /> },
}

export function VersionStateMark({ state }: { state: VersionState }) {
  return <StateMark tone={marks[state].tone} icon={marks[state].icon}>{versionStateLabels[state]}</StateMark>
}
