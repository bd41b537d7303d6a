import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { NoticePanel } from './notice-panel'

/**
 * Keeps a page that failed to draw, or to load its part of the program, from taking the menu with it.
 * Give it the address as `key`: another address is a new chance.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <NoticePanel
        role="alert"
        title="这一页没有打开"
        body="可能是网络中断，或系统刚刚更新。刷新后再试，填写过的内容不会丢。"
        action={<Button type="primary" onClick={() => window.location.reload()}>刷新页面</Button>}
      />
    )
  }
}
