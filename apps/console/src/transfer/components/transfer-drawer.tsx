import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferDirectionLabels, transferKindLabels, transferStateLabels } from '@dangqun/contracts/transfer/vocabulary'
import { Alert } from 'antd'
import { useState } from 'react'
import { CaseDrawer, type CaseDrawerProps } from '../../ui/case-drawer'
import { CaseStatus } from '../../ui/case-status'
import { StateMark } from '../../ui/state-mark'
import { sayHolder, stateMarks } from '../transfer-words.rules'
import { useTransfer } from '../transfer.api'
import { ArchivePanel } from './archive-panel'
import { DeskForm } from './desk-form'
import { PaperActions } from './paper-actions'
import { SideActions } from './side-actions'
import { TransferActions } from './transfer-actions'
import { TransferFacts } from './transfer-facts'
import { TransferHistory } from './transfer-history'
import { TransferLetters } from './transfer-letters'

/** One case beside its queue: what is to be decided on the left, what happened on the right. */
export function TransferDrawer({ center, onDone, ...drawer }: CaseDrawerProps) {
  return (
    <CaseDrawer {...drawer} query={useTransfer(center, drawer.id)} name="接转" what="这件接转" title={({ form, memberName, direction }) => `${form.name ?? memberName} · ${transferDirectionLabels[direction]}`}>
      {(transfer) => <TransferCase key={transfer.id} center={center} transfer={transfer} onDone={onDone} />}
    </CaseDrawer>
  )
}

function TransferCase({ center, transfer, onDone }: { center: string; transfer: Transfer; onDone: () => void }) {
  const [isEditing, setIsEditing] = useState(false)
  if (isEditing) return <DeskForm center={center} transfer={transfer} onDone={() => setIsEditing(false)} onCancel={() => setIsEditing(false)} />
  const isSecond = transfer.state === 'refusal_pending' || transfer.state === 'rejection_pending'
  const mayDecide = transfer.allowedActions.some((action) => action.startsWith('confirm-'))
  return (
    <div className="case">
      <div className="case-main">
        <p className="case-kind">{transferKindLabels[transfer.kind]}</p>
        <CaseStatus of={transfer} mark={<StateMark {...stateMarks[transfer.state]}>{transferStateLabels[transfer.state]}</StateMark>}>{transfer.holder ? `等${sayHolder(transfer)}办` : '已结束'}</CaseStatus>
        {isSecond ? <Alert className="advice" type="warning" showIcon title={mayDecide ? '请你复核' : '需另一位同事复核'} description={mayDecide ? '提出的人和复核的人不是同一人，请看过原因再定。' : '提出的人不能自己复核，请同一党委的另一位同事打开这件来办。'} /> : null}
        <TransferActions center={center} transfer={transfer} onEdit={() => setIsEditing(true)} onDone={onDone} />
        <TransferFacts center={center} transfer={transfer} />
        <TransferLetters transfer={transfer} />
        <PaperActions center={center} transfer={transfer} />
        {transfer.isRestricted ? <Alert className="advice" type="info" showIcon title="本人已撤回同意" description="只留编号、日期和党委名称，后面的手续按纸质办。" /> : null}
        {transfer.submittedAt !== null || transfer.direction === 'in' ? <ArchivePanel center={center} transfer={transfer} /> : null}
        <SideActions center={center} transfer={transfer} />
      </div>
      <TransferHistory transfer={transfer} />
    </div>
  )
}
