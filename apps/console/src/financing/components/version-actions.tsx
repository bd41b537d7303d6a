import type { ProductVersion } from '@dangqun/contracts/financing/versions/schemas'
import { versionActionLabels, versionActions, type VersionAction } from '@dangqun/contracts/financing/vocabulary'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { useRenew, useVersionAction } from '../financing.api'

const done: Record<VersionAction, string> = { submit: '已提交，等中心审核', approve: '已上架，企业现在能看到', return: '已退回，银行会看到原因', withdraw: '已下架' }

/** The buttons that the server allows: no others, and none missing. */
export function VersionActions({ center, version }: { center: string; version: ProductVersion }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const named = { id: version.productId, number: String(version.number) }
  const act = useVersionAction(center, named)
  const renew = useRenew(center, version.productId)
  const [asking, setAsking] = useState<'return' | 'withdraw' | null>(null)
  const tell = (error: unknown) => void message.error(sayError(error))
  const perform = (action: VersionAction, note?: string) => act.mutateAsync({ action, ...(note ? { note } : {}) }).then(() => void message.success(done[action]), tell)
  const actions = versionActions.filter((action) => version.allowedActions.includes(action))
  return (
    <>
      {version.allowedActions.includes('update') ? <Link to="edit"><Button>编辑</Button></Link> : null}
      {version.allowedActions.includes('renew') ? (
        <Button loading={renew.isPending} onClick={() => void renew.mutateAsync().then(({ number }) => navigate(`/${center}/loans/${version.productId}/${number}/edit`), tell)}>写下一版</Button>
      ) : null}
      {actions.map((action) => (
        <Button key={action} type={action === 'approve' || action === 'submit' ? 'primary' : 'default'} loading={act.isPending && act.variables.action === action} onClick={() => (action === 'return' || action === 'withdraw' ? setAsking(action) : void perform(action))}>
          {versionActionLabels[action]}
        </Button>
      ))}
      {asking ? <NoteDialog action={asking} isSending={act.isPending} onClose={() => setAsking(null)} onConfirm={(note) => void perform(asking, note).then(() => setAsking(null))} /> : null}
    </>
  )
}

function NoteDialog({ action, isSending, onConfirm, onClose }: { action: 'return' | 'withdraw'; isSending: boolean; onConfirm: (note: string) => void; onClose: () => void }) {
  const [note, setNote] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const isMissing = note.trim() === ''
  return (
    <Modal open title={versionActionLabels[action]} okText={versionActionLabels[action]} cancelText="再想想" confirmLoading={isSending} onOk={() => (isMissing ? setWasAsked(true) : onConfirm(note.trim()))} onCancel={onClose}>
      <Field id="version-note" label="原因" error={wasAsked && isMissing ? '请写明原因' : undefined} hint={action === 'return' ? '银行会看到这段话：哪里要改、改成什么。' : '下架后企业看不到这款产品。'}>
        {(props) => <Input {...props} autoFocus maxLength={200} showCount value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Modal>
  )
}
