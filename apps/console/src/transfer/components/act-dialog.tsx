import { ApiError } from '@dangqun/contracts/kit/errors'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferActionNeeds, transferActionOffers, type TransferAction } from '@dangqun/contracts/transfer/vocabulary'
import { App } from 'antd'
import { useState } from 'react'
import { inShanghai } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { ActModal } from '../../ui/act-modal'
import { focusField } from '../../ui/field'
import { checkAct, emptyAct, refusedFields, toAct, type ActErrors, type ActValues } from '../transfer-act.rules'
import { actionWords, effectWords, graveActions } from '../transfer-words.rules'
import { useTransferAct } from '../transfer.api'
import { ActFields } from './act-fields'

interface Props {
  center: string
  transfer: Transfer
  action: TransferAction
  onClose: () => void
  onDone: () => void
}

/** One step with everything that it asks for; nothing goes out before it is complete. */
export function ActDialog({ center, transfer, action, onClose, onDone }: Props) {
  const { message } = App.useApp()
  const today = inShanghai(useNow()).format('YYYY-MM-DD')
  const parts = transferActionNeeds(action, transfer)
  const offers = transferActionOffers(action, transfer)
  const [values, setValues] = useState<ActValues>(() => ({ ...emptyAct(today, transfer.form.validDays), issuer: transfer.form.originCommitteeName ?? '', branchId: transfer.form.receivingBranchId, missingItems: transfer.archive.missing.join('\n') }))
  const [wasAsked, setWasAsked] = useState(false)
  const [refused, setRefused] = useState<ActErrors>({})
  const act = useTransferAct(center, transfer.id)
  const errors: ActErrors = { ...(wasAsked ? checkAct(parts, values, today) : {}), ...refused }
  const words = actionWords(action, transfer.state, transfer)

  const send = () => {
    setWasAsked(true)
    const [first] = Object.keys(checkAct(parts, values, today))
    if (first) return focusField(`act-${first}`)
    act.mutate({ action, body: toAct(parts, values, transfer.version, offers) }, {
      onSuccess: () => {
        void message.success(`已办：${words}`)
        onClose()
        onDone()
      },
      onError: (error) => setRefused(error instanceof ApiError ? { ...refusedFields(error.fields), ...(error.code === 'transfer.letterNumberUsed' ? { number: error.message } : {}) } : {}),
    })
  }
  return (
    <ActModal words={words} whose={transfer.form.name ?? transfer.memberName} effect={effectWords(action, transfer)} isSending={act.isPending} error={act.error} okButtonProps={{ danger: graveActions.includes(action) }} onSend={send} onClose={onClose}>
      <ActFields
        center={center} transfer={transfer} action={action} parts={parts} offers={offers} values={values} errors={errors} today={today}
        onChange={(changes) => {
          setValues({ ...values, ...changes })
          setRefused(Object.fromEntries(Object.entries(refused).filter(([field]) => !(field in changes))))
        }}
      />
    </ActModal>
  )
}
