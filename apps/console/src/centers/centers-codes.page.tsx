import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import type { PrintedCode } from '@dangqun/contracts/centers/codes/schemas'
import { codeKindLabels, codeKinds } from '@dangqun/contracts/centers/vocabulary'
import { App, Button, Checkbox, Popconfirm, Segmented } from 'antd'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { sayError } from '../ui/say-error'
import { useCodes, useRetireCode } from './centers-codes.api'
import { layouts, readSheet, writeSheet, type Sheet, type SheetLayout } from './centers-sheet.rules'
import { useCenterCard } from './centers.api'
import { CodeDialog } from './components/code-dialog'
import { CodeSheet } from './components/code-sheet'

interface Props {
  /** Those that are still to come, by id; undefined while they are on their way. */
  activities: ReadonlyMap<string, { title: string; note: string }> | undefined
  /** Instead of their codes, when they did not come. */
  missing: ReactNode
}

/** Chooses codes and prints them. */
export function CentersCodesPage({ activities, missing }: Props) {
  const { center = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  // The address follows: it is too slow to be asked between two quick ticks.
  const [{ chosen, layout }, setSheet] = useState(() => readSheet(search))
  const tellAddress = useEffectEvent((sheet: Sheet) => setSearch(writeSheet(sheet), { replace: true }))
  useEffect(() => tellAddress({ chosen, layout }), [chosen, layout])
  const { data, error, refetch } = useCodes(center)
  const { data: card } = useCenterCard(center)
  const [isMaking, setMaking] = useState(false)
  usePageTitle('二维码')
  const toggle = (code: string) => setSheet((now) => ({ ...now, chosen: now.chosen.includes(code) ? now.chosen.filter((each) => each !== code) : [...now.chosen, code] }))
  const printable = data?.items.filter(({ kind, subjectId, retiredAt }) => retiredAt === null && (kind !== 'activity' || activities?.has(subjectId ?? ''))) ?? []
  const selected = printable.filter(({ code }) => chosen.includes(code))
  return (
    <>
      <PageHeader
        title="二维码"
        note="中心、门口、窗口和活动的码，选好直接打印在 A4 纸上。"
        actions={
          <>
            <Button icon={<PlusOutlined />} onClick={() => setMaking(true)}>新做一个码</Button>
            <Button type="primary" icon={<PrinterOutlined />} disabled={selected.length === 0} onClick={() => window.print()}>{selected.length > 0 ? `打印 ${selected.length} 个` : '打印'}</Button>
          </>
        }
      />
      {error && !data ? <ErrorPanel error={error} what="二维码" onRetry={() => void refetch()} /> : null}
      {!data && !error ? <section className="panel"><ListSkeleton rows={6} /></section> : null}
      {data ? (
        <div className="codes">
          <section className="panel code-picker" aria-label="选择要打印的码">
            {codeKinds.map((kind) => {
              const of = printable.filter((code) => code.kind === kind)
              return of.length === 0 ? null : (
                <div key={kind} role="group" aria-labelledby={`codes-${kind}`}>
                  <h2 id={`codes-${kind}`}>{codeKindLabels[kind]}</h2>
                  <ul>{of.map((code) => <CodeLine key={code.code} center={center} code={code} title={code.label ?? activities?.get(code.subjectId ?? '')?.title ?? card?.name ?? ''} isChosen={chosen.includes(code.code)} onToggle={() => toggle(code.code)} />)}</ul>
                </div>
              )
            })}
            {missing}
            <Retired codes={data.items.filter(({ retiredAt }) => retiredAt !== null)} />
          </section>
          <div className="code-preview">
            <Segmented aria-label="版式" value={layout} onChange={(value) => setSheet((now) => ({ ...now, layout: value }))} options={Object.entries(layouts).map(([value, label]) => ({ value: value as SheetLayout, label }))} />
            {selected.length === 0
              ? <section className="panel"><NoticePanel title="先在左边选要打印的码" body="选好以后，这里就是打印出来的样子。" /></section>
              : <CodeSheet center={center} centerName={card?.name ?? ''} codes={selected} drawnBy={data.drawnBy} layout={layout} activities={activities} />}
          </div>
        </div>
      ) : null}
      {isMaking ? (
        <CodeDialog
          center={center}
          onMade={({ code }) => {
            setMaking(false)
            toggle(code)
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </>
  )
}

function CodeLine({ center, code, title, isChosen, onToggle }: { center: string; code: PrintedCode; title: string; isChosen: boolean; onToggle: () => void }) {
  const { message } = App.useApp()
  const retire = useRetireCode(center)
  const stop = () =>
    retire.mutate(code.code, {
      onSuccess: () => {
        if (isChosen) onToggle()
        void message.success('已停用，再扫会说明')
      },
      onError: (error) => void message.error(sayError(error)),
    })
  return (
    <li className="code-line">
      <Checkbox checked={isChosen} onChange={onToggle}>
        <span className="code-title">{title}</span> <span className="quiet figures">{code.code}</span>
      </Checkbox>
      {code.allowedActions.includes('retire') ? (
        <Popconfirm title="停用这个码？" description="贴出去的就扫不开了，不能恢复。" okText="停用" cancelText="不停用" okButtonProps={{ danger: true }} onConfirm={stop}>
          <Button size="small" type="text" loading={retire.isPending}>停用</Button>
        </Popconfirm>
      ) : null}
    </li>
  )
}

function Retired({ codes }: { codes: readonly PrintedCode[] }) {
  if (codes.length === 0) return null
  return (
    <details className="codes-retired">
      <summary>已停用 {codes.length} 个</summary>
      <ul>
        {codes.map(({ code, label, retiredAt }) => (
          <li key={code} className="quiet"><span>{label}</span> <span className="figures">{code}</span>，{retiredAt ? <MomentText at={retiredAt} /> : null} 停用</li>
        ))}
      </ul>
    </details>
  )
}
