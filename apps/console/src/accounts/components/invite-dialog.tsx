import type { NewInvitation, WriteInvitation } from '@dangqun/contracts/accounts/grants/schemas'
import { invitationDays, roleLabels, scopeKindLabels, scopeOfRole, type Role, type ScopeKind } from '@dangqun/contracts/accounts/vocabulary'
import { CopyOutlined } from '@ant-design/icons'
import { Alert, App, Button, Input, Modal, Select } from 'antd'
import { useState, type ComponentType } from 'react'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { useInvite } from '../accounts-grants.api'

export interface ScopePickerProps {
  center: string
  kind: ScopeKind
  value: string | null
  onChange: (id: string | null) => void
  field: { id: string; status?: 'error' }
}

interface Props {
  center: string
  grantable: readonly Role[]
  ScopePicker: ComponentType<ScopePickerProps>
  onClose: () => void
}

/** Writes out an invitation, then shows its code: the only time that anyone sees it. */
export function InviteDialog({ center, grantable, ScopePicker, onClose }: Props) {
  const invite = useInvite(center)
  const [role, setRole] = useState<Role | null>(grantable.length === 1 ? (grantable[0] ?? null) : null)
  const [scopeId, setScopeId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  if (invite.data) return <CodeDialog invitation={invite.data} onClose={onClose} />

  const kind = role === null ? undefined : scopeOfRole[role]
  const missing = {
    role: role === null ? '请选择角色' : undefined,
    scope: kind !== undefined && scopeId === null ? `请选择${scopeKindLabels[kind]}` : undefined,
    note: note.trim() === '' ? '请写明给谁' : undefined,
  }
  const error = (field: keyof typeof missing) => (wasAsked ? missing[field] : undefined)
  const send = () => {
    setWasAsked(true)
    if (role === null || Object.values(missing).some(Boolean)) return
    const body: WriteInvitation = { role, note: note.trim(), ...(kind !== undefined && scopeId !== null ? { scope: { kind, id: scopeId } } : {}) }
    invite.mutate(body)
  }
  const refusal = sayRefusal(invite.error, '没有发出，请重试')
  return (
    <Modal open title="发出邀请" okText="生成邀请码" cancelText="取消" confirmLoading={invite.isPending} onOk={send} onCancel={onClose}>
      <Field id="invite-role" label="角色" error={error('role')}>
        {(props) => (
          <Select
            {...props}
            className="wide"
            placeholder="选择角色"
            value={role ?? undefined}
            onChange={(next: Role) => {
              setRole(next)
              setScopeId(null)
            }}
            options={grantable.map((value) => ({ value, label: roleLabels[value] }))}
          />
        )}
      </Field>
      {kind !== undefined ? (
        <Field id="invite-scope" label={scopeKindLabels[kind]} error={error('scope')}>
          {({ id, status }) => <ScopePicker center={center} kind={kind} value={scopeId} onChange={setScopeId} field={{ id, ...(status ? { status } : {}) }} />}
        </Field>
      ) : null}
      <Field id="invite-note" label="给谁" error={error('note')} hint="只在这里的列表中显示，方便以后核对。">
        {(props) => <Input {...props} maxLength={40} value={note} onChange={(event) => setNote(event.target.value)} onPressEnter={send} />}
      </Field>
      {refusal ? <Alert type="error" showIcon title={refusal} /> : null}
    </Modal>
  )
}

function CodeDialog({ invitation, onClose }: { invitation: NewInvitation; onClose: () => void }) {
  const { message } = App.useApp()
  const spoken = `${invitation.code.slice(0, 5)} ${invitation.code.slice(5)}`
  const words = `你被邀请为${invitation.scope?.name ?? ''}${roleLabels[invitation.role]}。邀请码：${spoken}，${invitationDays} 天内有效，只能用一次。手机：小程序“我的”→“输入邀请码”；电脑：打开 ${window.location.origin}/console/join 设置用户名和密码。`
  const copy = () => void navigator.clipboard.writeText(words).then(() => message.success('已复制，可以发给对方'), () => message.warning('没有复制成功，请手工抄写'))
  return (
    <Modal open title="邀请码" footer={<><Button icon={<CopyOutlined />} onClick={copy}>复制邀请的话</Button><Button type="primary" onClick={onClose}>完成</Button></>} onCancel={onClose}>
      <p className="invitation-code" aria-label={`邀请码 ${[...invitation.code].join(' ')}`}>{spoken}</p>
      <p>给<strong>{invitation.note}</strong>，成为{invitation.scope?.name ?? ''}<strong>{roleLabels[invitation.role]}</strong>。{invitationDays} 天内有效，只能用一次。</p>
      <p className="quiet">请当面或单独告诉对方。关掉后不再显示；忘了可以收回，再发一个。</p>
    </Modal>
  )
}
