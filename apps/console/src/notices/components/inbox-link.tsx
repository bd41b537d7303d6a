import { BellOutlined } from '@ant-design/icons'
import { Badge } from 'antd'
import { NavLink } from 'react-router'
import { useUnreadCount } from '../notices.api'

/** The way to one's own notices, with how many are unread. */
export function InboxLink({ center }: { center: string }) {
  const { data } = useUnreadCount(center)
  const count = data?.unread ?? 0
  return (
    <NavLink to={`/${center}/notices`} className="menu-item" aria-label={count > 0 ? `我的消息，${count} 条未读` : '我的消息'}>
      <BellOutlined aria-hidden />
      我的消息
      <Badge count={count} overflowCount={99} size="small" className="menu-count" />
    </NavLink>
  )
}
