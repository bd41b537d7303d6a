import type { HistoryPage } from '@dangqun/contracts/audit/schemas'
import type { HistoryKind } from '@dangqun/contracts/audit/vocabulary'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { MomentText } from '../../ui/moment-text'
import { useHistory } from '../audit.api'
import { sayActor, sayFact } from '../audit-words.rules'

interface Props {
  center: string
  kind: HistoryKind
  id: string
  /** What a fact says, where the subject has more precise words. */
  say?: (row: HistoryPage['items'][number]) => string
}

/** 经过: who did what to this subject, the newest first. */
function History({ center, kind, id, say = ({ fact }) => sayFact(fact) }: Props) {
  const history = useHistory(center, kind, id, true)
  if (history.isPending) return <ListSkeleton rows={3} />
  if (!history.data) return <ErrorPanel error={history.error} what="经过" onRetry={() => void history.refetch()} />
  const facts = history.data.pages.flatMap(({ items }) => items)
  if (facts.length === 0) return <p className="quiet">还没有记录。记录从启用审计起算。</p>
  return (
    <>
      <ol className="ledger">
        {facts.map((row) => (
          <li key={row.id}>
            <span className="ledger-what">{say(row)}</span>
            <span className="quiet">{sayActor(row.actor)} · <MomentText at={row.at} /></span>
          </li>
        ))}
      </ol>
      {history.hasNextPage ? <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>更早的</Button> : null}
    </>
  )
}

/** Below the details of a drawer. */
export function HistoryPart(props: Props) {
  return (
    <section className="drawer-part" aria-label="经过">
      <h3 className="rank-title">经过</h3>
      <History {...props} />
    </section>
  )
}

/** A button on a page, and the history in a drawer beside it. */
export function HistoryButton({ title, ...props }: Props & { title: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>经过</Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} size={420} title={`经过：${title}`} destroyOnHidden>
        <History {...props} />
      </Drawer>
    </>
  )
}
