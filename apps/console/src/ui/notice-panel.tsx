import type { ReactNode } from 'react'

interface Props {
  title: string
  body?: ReactNode
  action?: ReactNode
  role?: 'alert' | 'status'
}

/** Words where content would be: nothing found, nothing yet, not permitted, not reachable. */
export function NoticePanel({ title, body, action, role = 'status' }: Props) {
  return (
    <div className="notice" role={role}>
      <h2>{title}</h2>
      {body ? <p>{body}</p> : null}
      {action ? <div className="notice-action">{action}</div> : null}
    </div>
  )
}
