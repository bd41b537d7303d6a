import { Segmented } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { useStoredSession } from '../platform/session-store'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { PageHeader } from '../ui/page-header'
import { useCenterCard, useSettings } from './centers.api'
import { BuildingsPanel } from './components/buildings-panel'
import { CardForm } from './components/card-form'
import { LimitsForm } from './components/limits-form'
import { ServicesPanel } from './components/services-panel'
import { WorkdaysForm } from './components/workdays-form'

const parts = [
  { value: 'card', label: '名片与开放时间' },
  { value: 'buildings', label: '楼宇' },
  { value: 'services', label: '服务目录' },
  { value: 'limits', label: '各项限制' },
  { value: 'workdays', label: '工作日' },
] as const
type Part = (typeof parts)[number]['value']

/** 中心设置: what the centre decides for itself. Staff read, the manager changes. */
export function CentersSettingsPage() {
  usePageTitle('中心设置')
  const { center = '' } = useParams()
  const [query, setQuery] = useSearchParams()
  const session = useStoredSession()
  const part = parts.find(({ value }) => value === query.get('part'))?.value ?? 'card'
  const draftName = `${session?.username ?? ''}.${center}.settings.${part}`
  return (
    <>
      <PageHeader title="中心设置" note="保存后立即生效；每次修改都会留下记录。" actions={<Segmented<Part> aria-label="设置的部分" value={part} options={[...parts]} onChange={(next) => setQuery(next === 'card' ? {} : { part: next })} />} />
      {part === 'card' ? <Card key={draftName} center={center} draftName={draftName} /> : null}
      {part === 'buildings' ? <BuildingsPanel key={draftName} center={center} draftName={draftName} /> : null}
      {part === 'services' ? <ServicesPanel key={draftName} center={center} draftName={draftName} /> : null}
      {part === 'limits' || part === 'workdays' ? <Settings key={draftName} center={center} draftName={draftName} part={part} /> : null}
    </>
  )
}

function Card({ center, draftName }: { center: string; draftName: string }) {
  const card = useCenterCard(center)
  if (card.isPending) return <section className="panel"><ListSkeleton /></section>
  if (!card.data) return <ErrorPanel error={card.error} what="中心名片" onRetry={() => void card.refetch()} />
  return <CardForm center={center} card={card.data} draftName={draftName} />
}

function Settings({ center, draftName, part }: { center: string; draftName: string; part: 'limits' | 'workdays' }) {
  const settings = useSettings(center)
  if (settings.isPending) return <section className="panel"><ListSkeleton /></section>
  if (!settings.data) return <ErrorPanel error={settings.error} what="中心设置" onRetry={() => void settings.refetch()} />
  return part === 'limits' ? <LimitsForm center={center} answer={settings.data} draftName={draftName} /> : <WorkdaysForm center={center} answer={settings.data} draftName={draftName} />
}
