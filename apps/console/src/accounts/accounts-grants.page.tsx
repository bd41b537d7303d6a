import type { GrantRow, InvitationRow } from '@dangqun/contracts/accounts/grants/schemas'
import { roleLabels, roles } from '@dangqun/contracts/accounts/vocabulary'
import { Button, Segmented, Select, Table, type TableColumnsType } from 'antd'
import { useState, type ComponentType } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useCenterCard } from '../centers/centers.api'
import { useKeyset } from '../platform/keyset'
import { oneOf, withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { useGrants, useInvitations } from './accounts-grants.api'
import { InvitationState } from './components/invitation-state'
import { InviteDialog, type ScopePickerProps } from './components/invite-dialog'
import { RevokeDialog, WithdrawDialog } from './components/revoke-dialog'

const views = ['standing', 'invitations', 'revoked'] as const
const viewLabels: Record<(typeof views)[number], string> = { standing: '现有角色', invitations: '邀请', revoked: '已收回' }

/** A role with what it is held for. */
function RoleCell({ role, scope }: Pick<GrantRow, 'role' | 'scope'>) {
  return (
    <span className="two-lines">
      <span className="strong">{roleLabels[role]}</span>
      {scope ? <span className="quiet">{scope.name ?? (scope.kind === 'bank' ? '所在银行' : '所属单位已撤销')}</span> : null}
    </span>
  )
}

function grantColumns(onRevoke: (row: GrantRow) => void): TableColumnsType<GrantRow> {
  return [
    { title: '谁', key: 'who', render: (_, { personName, username }) => <span className="two-lines"><span className="strong">{personName ?? username ?? '微信用户（未留姓名）'}</span>{personName && username ? <span className="quiet">{username}</span> : null}</span> },
    { title: '角色', key: 'role', width: 240, render: (_, row) => <RoleCell {...row} /> },
    { title: '范围', key: 'place', width: 120, render: (_, { isPlatform }) => (isPlatform ? '整个平台' : '本中心') },
    { title: '登录方式', key: 'username', width: 180, render: (_, { username }) => (username === null ? '微信' : `用户名 ${username}`) },
    { title: '授予时间', key: 'at', width: 160, render: (_, { grantedAt }) => <MomentText at={grantedAt} /> },
    { title: '', key: 'act', width: 100, align: 'right', render: (_, row) => (row.allowedActions.includes('revoke') ? <Button size="small" onClick={() => onRevoke(row)}>收回</Button> : null) },
  ]
}

const revokedColumns: TableColumnsType<GrantRow> = [
  { title: '谁', key: 'who', render: (_, { personName, username }) => <span className="strong">{personName ?? username ?? '微信用户（未留姓名）'}</span> },
  { title: '角色', key: 'role', width: 240, render: (_, row) => <RoleCell {...row} /> },
  { title: '收回时间', key: 'at', width: 160, render: (_, { revokedAt }) => (revokedAt ? <MomentText at={revokedAt} /> : null) },
  { title: '原因', key: 'why', width: 320, render: (_, { revokeReason }) => revokeReason },
]

function invitationColumns(onWithdraw: (row: InvitationRow) => void): TableColumnsType<InvitationRow> {
  return [
    { title: '给谁', key: 'note', render: (_, { note, personName }) => <span className="two-lines"><span className="strong">{note}</span>{personName ? <span className="quiet">限 {personName} 本人</span> : null}</span> },
    { title: '角色', key: 'role', width: 240, render: (_, row) => <RoleCell {...row} /> },
    { title: '状态', key: 'state', width: 140, render: (_, row) => <InvitationState state={row.state} /> },
    { title: '发出时间', key: 'at', width: 150, render: (_, { createdAt }) => <MomentText at={createdAt} /> },
    { title: '有效到', key: 'until', width: 150, render: (_, { expiresAt }) => <MomentText at={expiresAt} /> },
    { title: '', key: 'act', width: 110, align: 'right', render: (_, row) => (row.allowedActions.includes('withdraw') ? <Button size="small" onClick={() => onWithdraw(row)}>收回邀请</Button> : null) },
  ]
}

type Dialog = { kind: 'invite' } | { kind: 'revoke'; row: GrantRow } | { kind: 'withdraw'; row: InvitationRow } | null

export function AccountsGrantsPage({ ScopePicker }: { ScopePicker: ComponentType<ScopePickerProps> }) {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const [dialog, setDialog] = useState<Dialog>(null)
  const view = oneOf(views, params.get('view')) ?? 'standing'
  const role = oneOf(roles, params.get('role'))
  const grants = useGrants(center, { state: view === 'revoked' ? 'revoked' : 'standing', role, cursor: view === 'invitations' ? undefined : keyset.cursor, limit: 20 }, { isWanted: true })
  const ended = params.get('ended') === '1'
  const invitations = useInvitations(center, { state: ended ? 'ended' : 'open', cursor: keyset.cursor, limit: 20 }, { isWanted: view === 'invitations' })
  const card = useCenterCard(center)
  usePageTitle('账号与权限', card.data?.name)
  const shown = view === 'invitations' ? invitations : grants
  const change = (changes: Record<string, string | undefined>) => setParams((now) => withFilters(now, changes))

  return (
    <>
      <PageHeader
        title="账号与权限"
        note="发出邀请码，对方接受后才有角色；人员变动时及时收回。"
        actions={<Button type="primary" disabled={!grants.data || grants.data.grantable.length === 0} onClick={() => setDialog({ kind: 'invite' })}>发出邀请</Button>}
      />
      <div className="filters" role="search" aria-label="筛选账号">
        <Segmented aria-label="看什么" value={view} onChange={(next) => change({ view: next === 'standing' ? undefined : next, role: undefined, ended: undefined })} options={views.map((value) => ({ value, label: viewLabels[value] }))} />
        {view === 'invitations' ? (
          <Select aria-label="邀请状态" value={ended ? 'ended' : 'open'} onChange={(next) => change({ ended: next === 'ended' ? '1' : undefined })} options={[{ value: 'open', label: '等待接受' }, { value: 'ended', label: '已用、已收回、已过期' }]} style={{ width: 200 }} />
        ) : (
          <Select aria-label="角色" placeholder="全部角色" allowClear value={role} onChange={(next?: string) => change({ role: next })} options={roles.filter((each) => each !== 'worker').map((value) => ({ value, label: roleLabels[value] }))} style={{ width: 180 }} />
        )}
      </div>
      <section className="panel" aria-label={viewLabels[view]} aria-busy={shown.isFetching}>
        {shown.isPending ? <ListSkeleton rows={8} /> : null}
        {shown.isError && !shown.data ? <ErrorPanel error={shown.error} what={viewLabels[view]} onRetry={() => void shown.refetch()} /> : null}
        {shown.data?.items.length === 0 ? <Empty view={view} isFiltered={role !== undefined || ended} onClear={() => change({ role: undefined, ended: undefined })} /> : null}
        {view === 'invitations' && invitations.data && invitations.data.items.length > 0 ? (
          <Table<InvitationRow> rowKey="id" size="middle" pagination={false} columns={invitationColumns((row) => setDialog({ kind: 'withdraw', row }))} dataSource={invitations.data.items} className={invitations.isPlaceholderData ? 'is-stale' : ''} />
        ) : null}
        {view !== 'invitations' && grants.data && grants.data.items.length > 0 ? (
          <Table<GrantRow> rowKey="id" size="middle" pagination={false} columns={view === 'revoked' ? revokedColumns : grantColumns((row) => setDialog({ kind: 'revoke', row }))} dataSource={grants.data.items} className={grants.isPlaceholderData ? 'is-stale' : ''} />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={shown.data?.nextCursor} count={shown.data?.items.length} unit="条" />
      {dialog?.kind === 'invite' && grants.data ? <InviteDialog center={center} grantable={grants.data.grantable} ScopePicker={ScopePicker} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'revoke' ? <RevokeDialog center={center} row={dialog.row} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'withdraw' ? <WithdrawDialog center={center} row={dialog.row} onClose={() => setDialog(null)} /> : null}
    </>
  )
}

function Empty({ view, isFiltered, onClear }: { view: (typeof views)[number]; isFiltered: boolean; onClear: () => void }) {
  if (isFiltered) return <NoticePanel title="没有符合条件的记录" body="换个条件再看。" action={<Button onClick={onClear}>清除筛选</Button>} />
  if (view === 'invitations') return <NoticePanel title="没有等待接受的邀请" body="点“发出邀请”，把邀请码告诉对方，7 天内有效。" />
  if (view === 'revoked') return <NoticePanel title="还没有收回过角色" body="收回的角色和原因会列在这里。" />
  return <NoticePanel title="这里还没有账号" body="点“发出邀请”，让同事加入。" />
}
