import { formatExact, formatMoment, formatRange, formatRelative } from '../platform/dates.rules'
import { useNow } from '../platform/use-now'

interface Props {
  at: string
  /** Shows a span of time that ends here. */
  until?: string
  /** `stacked`: the distance in a second line. `none`: on hover only. */
  relative?: 'stacked' | 'inline' | 'none'
}

/** A moment as people say it, with its distance from now and the exact time on hover. */
export function MomentText({ at, until, relative = 'none' }: Props) {
  const now = useNow()
  const distance = formatRelative(at, now)
  return (
    <time dateTime={at} title={relative === 'none' ? `${distance} · ${formatExact(at)}` : formatExact(at)} className={relative === 'stacked' ? 'moment-stacked' : undefined}>
      <span>{until === undefined ? formatMoment(at, now) : formatRange(at, until, now)}</span>
      {relative === 'none' ? null : <span className="quiet">{distance}</span>}
    </time>
  )
}
