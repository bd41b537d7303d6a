import { useParams } from 'react-router'
import { useEveryActivity } from '../activities/activities.api'
import { CentersCodesPage } from '../centers/centers-codes.page'
import { formatRange } from '../platform/dates.rules'
import { useNow } from '../platform/use-now'
import { ErrorPanel } from '../ui/error-panel'

/** Codes are of one slice, the activities that some of them stand for of another. */
export function CodesPage() {
  const { center = '' } = useParams()
  const now = useNow(60_000)
  const { data, error, refetch } = useEveryActivity(center, { when: 'upcoming' })
  const activities = data && new Map(data.map(({ id, title, startsAt, endsAt, place }) => [id, { title, note: `${formatRange(startsAt, endsAt, now)} · ${place}` }]))
  return <CentersCodesPage activities={activities} missing={error && !data ? <ErrorPanel error={error} what="活动的码" onRetry={() => void refetch()} /> : null} />
}
