import type { QueuedTransfer, Transfer } from '@dangqun/contracts/transfer/schemas'
import { bulkTransferActions, transferActionLabels, type BulkTransferAction } from '@dangqun/contracts/transfer/vocabulary'
import { Button, Modal, Progress } from 'antd'
import { useState } from 'react'
import { bulkBlock } from '../transfer-bulk.rules'
import { actOnTransfer, readTransfer, useTakeOver } from '../transfer.api'
import { sayError } from '../../ui/say-error'

interface Result { id: string; name: string; isDone: boolean; words: string }

/** Several cases agreed to at once: each is read again, and left alone when anything speaks against it. */
export function BulkBar({ center, items, onDone }: { center: string; items: readonly QueuedTransfer[]; onDone: () => void }) {
  const [running, setRunning] = useState<{ action: BulkTransferAction; rows: readonly QueuedTransfer[] } | null>(null)
  const [results, setResults] = useState<readonly Result[]>([])
  const takeOver = useTakeOver(center)
  const of = (action: BulkTransferAction) => items.filter(({ bulkActions }) => bulkActions.includes(action))

  const run = async (action: BulkTransferAction) => {
    const rows = of(action)
    const taken: Transfer[] = []
    setRunning({ action, rows })
    for (const { id, memberName: name } of rows) {
      const { changed, ...result } = await decide(center, id, action)
      if (changed) taken.push(changed)
      setResults((now) => [...now, { id, name, ...result }])
    }
    takeOver(taken)
  }
  if (items.length === 0 && running === null) return null
  const isRunning = running !== null && results.length < running.rows.length
  return (
    <>
      {items.length > 0 ? (
        <div className="bulk" role="status">
          <span>选中 {items.length} 件</span>
          {bulkTransferActions.filter((action) => of(action).length > 0).map((action) => <Button key={action} type="primary" size="small" onClick={() => void run(action)}>{transferActionLabels[action]}（{of(action).length} 件）</Button>)}
          <span className="quiet">检查出问题的不会一起办，留着单独看。</span>
        </div>
      ) : null}
      {running ? (
        <Modal
          open title={`${transferActionLabels[running.action]}：${running.rows.length} 件`} closable={!isRunning} keyboard={!isRunning} mask={{ closable: false }} onCancel={onDone}
          footer={<Button type="primary" loading={isRunning} onClick={onDone}>{isRunning ? '正在办' : '知道了'}</Button>}
        >
          <Progress percent={Math.round((100 * results.length) / running.rows.length)} format={() => `${results.length} / ${running.rows.length}`} />
          <ul className="bulk-results" aria-live="polite">
            {results.map(({ id, name, isDone, words }) => <li key={id}><span>{name}</span><span className={isDone ? 'agrees' : 'field-error'}>{words}</span></li>)}
          </ul>
        </Modal>
      ) : null}
    </>
  )
}

async function decide(center: string, id: string, action: BulkTransferAction): Promise<{ isDone: boolean; words: string; changed?: Transfer }> {
  try {
    const newest = await readTransfer(center, id)
    const block = bulkBlock(newest, action)
    if (block) return { isDone: false, words: block }
    return { isDone: true, words: '已办', changed: await actOnTransfer(center, id, action, { version: newest.version }) }
  } catch (error) {
    return { isDone: false, words: sayError(error) }
  }
}
