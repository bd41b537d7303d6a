import { programmeLabels, type Programme } from '@dangqun/contracts/centers/vocabulary'
import { programmeColors } from './palette'

/** A programme: its sign in its colour, and its name in words beside it unless the place is too narrow. */
export function ProgrammeMark({ programme, signOnly = false }: { programme: Programme; signOnly?: boolean }) {
  const { sign, name } = programmeLabels[programme]
  const { text, soft } = programmeColors[programme]
  return (
    <span className="programme" title={signOnly ? name : undefined}>
      <span className="programme-sign" style={{ color: text, background: soft }} aria-hidden={!signOnly} aria-label={signOnly ? name : undefined} role={signOnly ? 'img' : undefined}>
        {sign}
      </span>
      {signOnly ? null : <span>{name}</span>}
    </span>
  )
}
