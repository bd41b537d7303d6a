import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferActions, type TransferAction } from '@dangqun/contracts/transfer/vocabulary'
import { Button } from 'antd'
import { useState } from 'react'
import { useShortcut } from '../../platform/shortcuts'
import { actionWords, backwardAction, graveActions, onwardAction } from '../transfer-words.rules'
import { ActDialog } from './act-dialog'

/** The buttons that the server allows at this moment: no others, and none missing. The next natural step stands out. */
export function TransferActions({ center, transfer, onEdit, onDone }: { center: string; transfer: Transfer; onEdit: () => void; onDone: () => void }) {
  const [asking, setAsking] = useState<TransferAction | null>(null)
  const onward = onwardAction(transfer)
  const backward = backwardAction(transfer)
  useShortcut('a', () => setAsking(onward ?? null), onward !== undefined && asking === null, true)
  useShortcut('r', () => setAsking(backward ?? null), backward !== undefined && asking === null, true)
  const others = transferActions.filter((action) => transfer.allowedActions.includes(action) && action !== onward && action !== backward)
  const words = (action: TransferAction) => actionWords(action, transfer.state, transfer)
  const mayEdit = transfer.allowedActions.includes('update')
  if (!onward && !backward && others.length === 0 && !mayEdit) return null
  return (
    <div className="case-actions">
      {onward ? <Button type="primary" danger={graveActions.includes(onward)} onClick={() => setAsking(onward)}>{words(onward)}<kbd aria-hidden>a</kbd></Button> : null}
      {backward ? <Button onClick={() => setAsking(backward)}>{words(backward)}<kbd aria-hidden>r</kbd></Button> : null}
      {mayEdit ? <Button onClick={onEdit}>修改内容</Button> : null}
      {others.map((action) => <Button key={action} danger={graveActions.includes(action)} onClick={() => setAsking(action)}>{words(action)}</Button>)}
      {asking ? <ActDialog key={asking} center={center} transfer={transfer} action={asking} onClose={() => setAsking(null)} onDone={onDone} /> : null}
    </div>
  )
}
