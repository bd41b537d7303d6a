import { useParams } from 'react-router'
import { useActivities } from '../activities/activities.api'
import { CentersCodesPage } from '../centers/centers-codes.page'
import { formatRange } from '../platform/dates.rules'
import { useNow } from '../platform/use-now'

/** Codes are of one slice, the activities that some of them stand for of another. */
export function CodesPage() {
  const { center = '' } = useParams()
  const now = useNow(60_000)
  const { data } = useActivities(center, { when: 'upcoming', limit: 50 })
  const activities = data && new Map(data.items.map(({ id, title, startsAt, endsAt, place }) => [id, { title, note: `${formatRange(startsAt, endsAt, now)} · ${place}` }]))
  return <CentersCodesPage activities={activities} />
}
