import { goToInbox } from '@/platform/routes'
import { Cell } from '@/ui/cell'
import { sayUnread } from '../notices-words.rules'
import { useUnread } from '../use-unread'

/** The way to the inbox, with how many wait there. */
export function InboxCell({ center }: { center: string }) {
  const count = useUnread(center)
  return <Cell icon="bell" title="消息" value={count > 0 ? `${sayUnread(count)} 条未读` : ''} onTap={() => goToInbox(center)} />
}
