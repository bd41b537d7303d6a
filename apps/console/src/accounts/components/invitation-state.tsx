import { CheckCircleOutlined, ClockCircleOutlined, MinusCircleOutlined, StopOutlined } from '@ant-design/icons'
import type { InvitationRow } from '@dangqun/contracts/accounts/grants/schemas'
import type { ReactNode } from 'react'
import type { Tone } from '../../ui/palette'
import { StateMark } from '../../ui/state-mark'

const marks: Record<InvitationRow['state'], { tone: Tone; icon: ReactNode; words: string }> = {
  open: { tone: 'waiting', icon: <ClockCircleOutlined />, words: '等待接受' },
  accepted: { tone: 'done', icon: <CheckCircleOutlined />, words: '已接受' },
  withdrawn: { tone: 'off', icon: <StopOutlined />, words: '已收回' },
  expired: { tone: 'off', icon: <MinusCircleOutlined />, words: '已过期' },
}

export function InvitationState({ state }: { state: InvitationRow['state'] }) {
  const { tone, icon, words } = marks[state]
  return <StateMark tone={tone} icon={icon}>{words}</StateMark>
}
