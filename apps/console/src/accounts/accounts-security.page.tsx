import type { Security } from '@dangqun/contracts/accounts/security/schemas'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { PageHeader } from '../ui/page-header'
import { useLogout, useMe } from './accounts.api'
import { useSecurity } from './accounts-security.api'
import { OwnSessionsPanel } from './components/own-sessions-panel'
import { PasswordDialog } from './components/password-dialog'
import { RemoveTotpDialog, TotpDialog } from './components/totp-dialog'

/** One's own ways in: password, second factor, devices. Belongs to the account, not to a centre. */
export function AccountsSecurityPage() {
  usePageTitle('登录与安全')
  const { data: me } = useMe()
  const security = useSecurity()
  const logout = useLogout()
  const isNeeded = me?.secondFactor === 'needed'
  return (
    <main className="lone-page">
      <PageHeader
        title="登录与安全"
        note="只关于你自己的账号。"
        above={isNeeded ? null : <Link to="/">← 回到管理后台</Link>}
        actions={<Button onClick={() => void logout()}>退出登录</Button>}
      />
      {isNeeded ? <Alert type="warning" showIcon title="你的角色需要双重验证。设置好以后，才能办理事项。" className="lone-alert" /> : null}
      {security.isPending ? <section className="panel"><ListSkeleton rows={3} /></section> : null}
      {security.isError && !security.data ? <section className="panel"><ErrorPanel error={security.error} what="登录方式" onRetry={() => void security.refetch()} /></section> : null}
      {security.data ? <WaysIn security={security.data} /> : null}
      <OwnSessionsPanel />
    </main>
  )
}

function WaysIn({ security }: { security: Security }) {
  const [dialog, setDialog] = useState<'password' | 'totp' | 'remove' | null>(null)
  const close = () => setDialog(null)
  if (security.username === null) return null
  const isOn = security.secondFactor === 'on'
  return (
    <section className="panel" aria-label="登录方式">
      <div className="panel-head">
        <div>
          <div className="strong">密码</div>
          <div className="quiet">用户名 {security.username}。换密码后，其他设备要重新登录。</div>
        </div>
        <span className="panel-space" />
        <Button onClick={() => setDialog('password')}>换密码</Button>
      </div>
      <div className="panel-head">
        <div>
          <div className="strong">双重验证{isOn ? '：已打开' : '：没有打开'}</div>
          <div className="quiet">{isOn ? `登录时除了密码，还要手机验证器上的验证码。备用码还剩 ${security.recoveryCodesLeft} 个。` : '打开后，登录时除了密码，还要手机验证器上的验证码。'}</div>
        </div>
        <span className="panel-space" />
        {isOn ? <Button onClick={() => setDialog('remove')}>关掉</Button> : <Button type="primary" onClick={() => setDialog('totp')}>打开</Button>}
      </div>
      {dialog === 'password' ? <PasswordDialog onClose={close} /> : null}
      {dialog === 'totp' ? <TotpDialog onClose={close} /> : null}
      {dialog === 'remove' ? <RemoveTotpDialog onClose={close} /> : null}
    </section>
  )
}
