import { sayWho } from '@dangqun/contracts/activities/check-in/rules'
import type { CheckIn } from '@dangqun/contracts/activities/check-in/schemas'
import { checkInActionLabels, checkInFlagLabels, checkInMethodLabels } from '@dangqun/contracts/activities/check-in/vocabulary'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { formatTime } from '../../platform/dates.rules'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { NoticePanel } from '../../ui/notice-panel'
import { sayError } from '../../ui/say-error'
import { useFresh } from '../../ui/use-fresh'
import { useCheckInAction, type useCheckIns } from '../activities-check-in.api'
import { CheckInReason } from './check-in-reason'

const usual = ['扫错了人', '走错了场', '没有真的到场']

/** The newest check-ins, each with how it came about and what can still be done to it. */
export function CheckInList({ center, id, list, isReachable }: { center: string; id: string; list: ReturnType<typeof useCheckIns>; isReachable: boolean }) {
  const { message } = App.useApp()
  const [undoing, setUndoing] = useState<CheckIn | null>(null)
  const act = useCheckInAction(center, id)
  const items = list.data?.items
  const rows = useMemo(() => items?.map((item) => ({ id: item.id, state: item.undoneAt ?? '' })), [items])
  const fresh = useFresh(rows, id)
  const flagged = list.data?.counts.flagged ?? 0
  const send = (command: Parameters<typeof act.mutate>[0]) =>
    act.mutate(command, {
      onSuccess: () => {
        setUndoing(null)
        void message.success(command.action === 'undo' ? '已撤销，记录保留' : '已核对')
      },
      onError: (error) => void message.error(sayError(error)),
    })
  return (
    <section className="panel" aria-labelledby="list-title">
      <header className="panel-head">
        <h2 id="list-title">最近签到</h2>
        <span className={isReachable ? 'live' : 'live is-out'} role="status">{isReachable ? '实时更新' : '连接中断'}</span>
        <span className="panel-space" />
        {flagged > 0 ? <span className="quiet">{flagged} 条时间待核对</span> : null}
      </header>
      {list.isPending ? <ListSkeleton rows={4} /> : null}
      {list.isError && !list.data ? <ErrorPanel error={list.error} what="签到记录" onRetry={() => void list.refetch()} /> : null}
      {list.data?.items.length === 0 ? <NoticePanel title="还没有人签到" body="扫码、手工登记的都会出现在这里。" /> : null}
      <ul className="check-ins">
        {list.data?.items.map((item) => (
          <li key={item.id} className={`${fresh.has(item.id) ? 'is-fresh' : ''} ${item.undoneAt ? 'is-undone' : ''}`}>
            <span className="figures check-in-at">{formatTime(item.at)}</span>
            <span className="check-in-who">
              <strong>{sayWho(item)}</strong>
              <span className="quiet">{item.isWalkIn ? '现场报名' : checkInMethodLabels[item.method]}{item.reason !== null && !item.isWalkIn ? `：${item.reason}` : ''}</span>
              {item.flag && !item.undoneAt ? <span className="check-in-flag">{item.confirmedAt ? '时间已核对' : checkInFlagLabels[item.flag]}</span> : null}
              {item.undoneAt ? <span className="quiet">{formatTime(item.undoneAt)} 已撤销：{item.undoReason}</span> : null}
            </span>
            <span className="check-in-actions">
              {item.allowedActions.includes('confirm') ? <Button size="small" loading={act.isPending} onClick={() => send({ checkIn: item.id, action: 'confirm' })}>{checkInActionLabels.confirm}</Button> : null}
              {item.allowedActions.includes('undo') ? <Button size="small" type="text" onClick={() => setUndoing(item)}>{checkInActionLabels.undo}</Button> : null}
            </span>
          </li>
        ))}
      </ul>
      {undoing ? (
        <CheckInReason title={`撤销 ${sayWho(undoing)} 的签到？`} label="为什么撤销" okText="撤销签到" usual={usual} missing="请写明原因" isDanger isSending={act.isPending} onConfirm={(reason) => send({ checkIn: undoing.id, action: 'undo', reason })} onClose={() => setUndoing(null)} />
      ) : null}
    </section>
  )
}
