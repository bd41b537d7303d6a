import type { ActOnDemand, Demand } from '@dangqun/contracts/financing/demands/schemas'
import { demandActionLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useMe } from '../../accounts/accounts.api'
import { useDraft } from '../../platform/use-draft'
import { useShortcut } from '../../platform/shortcuts'
import { ActModal } from '../../ui/act-modal'
import { Field, focusField } from '../../ui/field'
import { useDemandAct } from '../financing-demands.api'
import { CallDialog } from './call-dialog'

type Asking = 'verify' | 'return' | 'record-call'

/** The centre's buttons, as the server allows them. */
export function DemandActions({ center, demand, onDone }: { center: string; demand: Demand; onDone: () => void }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const may = (action: Asking) => demand.allowedActions.includes(action)
  const close = () => setAsking(null)
  useShortcut('a', () => setAsking('verify'), may('verify') && asking === null, true)
  useShortcut('r', () => setAsking('return'), may('return') && asking === null, true)
  useShortcut('c', () => setAsking('record-call'), may('record-call') && asking === null, true)
  if (!may('verify') && !may('return') && !may('record-call') && asking === null) return null
  return (
    <div className="case-actions">
      {may('verify') ? <Button type="primary" onClick={() => setAsking('verify')}>{demandActionLabels.verify}<kbd aria-hidden>a</kbd></Button> : null}
      {may('return') ? <Button onClick={() => setAsking('return')}>{demandActionLabels.return}<kbd aria-hidden>r</kbd></Button> : null}
      {may('record-call') ? <Button onClick={() => setAsking('record-call')}>记一次电话<kbd aria-hidden>c</kbd></Button> : null}
      {asking === 'verify' || asking === 'return' ? <DecisionDialog key={asking} center={center} demand={demand} action={asking} onClose={close} onDone={onDone} /> : null}
      {asking === 'record-call' ? <CallDialog center={center} demand={demand} referralId={null} onClose={close} /> : null}
    </div>
  )
}

const effects = {
  verify: '企业和需求都对得上，就通过；系统马上匹配产品，企业接着选银行。',
  return: '退给企业修改，企业会看到你写的话；改好后重新提交。',
}

function DecisionDialog({ center, demand, action, onClose, onDone }: { center: string; demand: Demand; action: 'verify' | 'return'; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp()
  const { data: me } = useMe()
  const draft = useDraft(`${me?.account.id ?? ''}.${center}.demand.${demand.id}.${action}`, '')
  const [wasAsked, setWasAsked] = useState(false)
  const act = useDemandAct(center, demand.id)
  const note = draft.value.trim()
  const isMissing = action === 'return' && note === ''
  const send = () => {
    setWasAsked(true)
    if (isMissing) return focusField('demand-note')
    const body: ActOnDemand = { version: demand.version, ...(action === 'return' ? { note } : {}) }
    act.mutate({ action, body }, {
      onSuccess: () => {
        draft.drop()
        void message.success(action === 'verify' ? '已核对，正在匹配产品' : '已退回，企业会看到原因')
        onClose()
        onDone()
      },
    })
  }
  const fields = act.error instanceof ApiError ? act.error.fields : {}
  return (
    <ActModal words={demandActionLabels[action]} whose={demand.firm.name} effect={effects[action]} isSending={act.isPending} error={fields['note'] ? null : act.error} onSend={send} onClose={onClose}>
      {action === 'return' ? (
        <Field id="demand-note" label="要改什么" error={fields['note'] ?? (wasAsked && isMissing ? '请写明要改什么' : undefined)} hint="写给企业看：哪里不对、改成什么。">
          {(props) => <Input.TextArea {...props} autoFocus autoSize={{ minRows: 3 }} maxLength={200} showCount value={draft.value} onChange={(event) => draft.set(event.target.value)} />}
        </Field>
      ) : null}
    </ActModal>
  )
}
