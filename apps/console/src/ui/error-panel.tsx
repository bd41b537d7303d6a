import { ApiError } from '@dangqun/contracts/kit/errors'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { NoticePanel } from './notice-panel'
import { sayError } from './say-error'

interface Props {
  error: Error
  /** What could not be shown: 活动列表. */
  what: string
  onRetry: () => void
  /** A way out when repeating does not help. */
  back?: ReactNode
}

/** A failure in place of what it keeps from being shown, with what to do next. */
export function ErrorPanel({ error, what, onRetry, back }: Props) {
  const status = error instanceof ApiError ? error.status : -1
  if (status === 403) return <NoticePanel title="没有权限" body={error.message} action={back} />
  if (status === 404) return <NoticePanel title={`找不到${what}`} body={error.message} action={back} />
  return (
    <NoticePanel
      role="alert"
      title={`${what}没有加载出来`}
      body={sayError(error, '页面出了问题，请重试；还不行就刷新页面')}
      action={<><Button type="primary" onClick={onRetry}>重试</Button>{back}</>}
    />
  )
}
