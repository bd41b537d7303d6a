import type { Notice } from '@dangqun/contracts/notices/schemas'
import { App, Button, Segmented } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useCenterCard } from '../centers/centers.api'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { pageOfNotice } from './notices-page.rules'
import { useMyNotices, useReadAllNotices, useReadNotice } from './notices.api'

export function NoticesInboxPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const keyset = useKeyset()
  const show = params.get('show') === 'unread' ? 'unread' : 'all'
  const list = useMyNotices(center, { show, limit: 20, cursor: keyset.cursor })
  const { data: card } = useCenterCard(center)
  const read = useReadNotice(center)
  const readAll = useReadAllNotices(center)
  usePageTitle('我的消息', card?.name)

  const open = (notice: Notice) => {
    if (notice.readAt === null) read.mutate(notice.id)
    const path = pageOfNotice(notice)
    if (path !== null) void navigate(`/${center}/${path}`)
  }
  const items = list.data?.items ?? []
  const [newest] = items
  return (
    <>
      <PageHeader
        title="我的消息"
        note="与你有关的变动，新的在前。看过 180 天后自动清理。"
        actions={newest && items.some(({ readAt }) => readAt === null) ? (
          <Button loading={readAll.isPending} onClick={() => readAll.mutate(newest.createdAt, { onError: (error) => void message.error(error.message) })}>全部标为已读</Button>
        ) : null}
      />
      <div className="filters" role="search" aria-label="筛选消息">
        <Segmented aria-label="显示" value={show} onChange={(value) => setParams((now) => withFilters(now, { show: value === 'unread' ? 'unread' : undefined }))} options={[{ value: 'all', label: '全部' }, { value: 'unread', label: '未读' }]} />
      </div>
      <section className="panel" aria-label="消息列表" aria-busy={list.isFetching}>
        {list.isPending ? <ListSkeleton /> : null}
        {list.isError && !list.data ? <ErrorPanel error={list.error} what="消息" onRetry={() => void list.refetch()} /> : null}
        {list.data && items.length === 0 ? <NoticePanel title={show === 'unread' ? '都看过了' : '还没有消息'} body={show === 'unread' ? undefined : '与你有关的变动会在这里告诉你。'} /> : null}
        <ul className="notices">
          {items.map((notice) => (
            <li key={notice.id}>
              <button type="button" className={notice.readAt === null ? 'notice-line notice-line-unread' : 'notice-line'} onClick={() => open(notice)}>
                <span className="notice-line-title">{notice.title}{notice.readAt === null ? <span className="notice-line-mark">未读</span> : null}</span>
                <span className="notice-line-body">{notice.body}</span>
                <span className="quiet"><MomentText at={notice.createdAt} relative="inline" /></span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <KeysetPager keyset={keyset} nextCursor={list.data?.nextCursor} count={list.data?.items.length} unit="条消息" />
    </>
  )
}
