import type { ReactNode } from 'react'
import { toneColors, type Tone } from './palette'

/** A state in colour and word. */
export function StateMark({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) {
  const { text, soft } = toneColors[tone]
  return (
    <span className="state" style={{ color: text, background: soft }}>
      <span aria-hidden className="state-icon">{icon}</span>
      {children}
    </span>
  )
}
