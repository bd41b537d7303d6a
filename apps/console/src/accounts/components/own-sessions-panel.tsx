import type { OwnSession } from '@dangqun/contracts/accounts/security/schemas'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { MomentText } from '../../ui/moment-text'
import { useEndSession, useOwnSessions } from '../accounts-security.api'

const channelWords: Record<OwnSession['channel'], string> = { console: '管理后台', phone: '手机小程序' }

/** Where the account is logged in now; any but this one can be ended from here. */
export function OwnSessionsPanel() {
  const { message } = App.useApp()
  const sessions = useOwnSessions()
  const end = useEndSession()
  const columns: TableColumnsType<OwnSession> = [
    { title: '设备', key: 'device', render: (_, { device, channel }) => <span className="two-lines"><span className="strong">{device || '没有说明的设备'}</span><span className="quiet">{channelWords[channel]}</span></span> },
    { title: '登录时间', key: 'at', width: 180, render: (_, { createdAt }) => <MomentText at={createdAt} /> },
    { title: '最近使用', key: 'seen', width: 180, render: (_, { lastSeenAt }) => <MomentText at={lastSeenAt} /> },
    {
      title: '', key: 'act', width: 130, align: 'right',
      render: (_, { id, isThisOne }) =>
        isThisOne ? <span className="quiet">就是这台</span> : (
          <Button size="small" loading={end.isPending && end.variables === id} onClick={() => end.mutate(id, { onSuccess: () => void message.success('那台设备已退出登录'), onError: () => void message.error('没有办成，请重试') })}>让它退出</Button>
        ),
    },
  ]
  return (
    <section className="panel" aria-label="正登录着的设备" aria-busy={sessions.isFetching}>
      <div className="panel-head"><div className="strong">正登录着的设备</div></div>
      {sessions.isPending ? <ListSkeleton rows={3} /> : null}
      {sessions.isError && !sessions.data ? <ErrorPanel error={sessions.error} what="设备列表" onRetry={() => void sessions.refetch()} /> : null}
      {sessions.data ? <Table<OwnSession> rowKey="id" size="middle" pagination={false} columns={columns} dataSource={sessions.data.items} /> : null}
    </section>
  )
}
