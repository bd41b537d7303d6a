import { ApiError } from '@dangqun/contracts/kit/errors'
import type { Sandbox } from '@dangqun/contracts/accounts/schemas'
import { roleLabels } from '@dangqun/contracts/accounts/vocabulary'
import { Alert, Button, Input, type InputRef } from 'antd'
import { useRef, useState, type FormEvent } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { useStoredSession } from '../platform/session-store'
import { Field } from '../ui/field'
import { sayError } from '../ui/say-error'
import { useLogin, useSandbox } from './accounts.api'
import { safeNext } from './accounts.rules'

type DemoAccount = Sandbox['consoleAccounts'][number]

export function AccountsLoginPage() {
  usePageTitle('登录')
  const [params] = useSearchParams()
  const session = useStoredSession()
  const login = useLogin()
  const { data: sandbox } = useSandbox()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [asked, setAsked] = useState(false)
  const totpInput = useRef<InputRef>(null)
  // Once the server has asked for a code, it is part of this login.
  const [needsTotp, setNeedsTotp] = useState(false)
  const passwordInput = useRef<InputRef>(null)
  const button = useRef<HTMLButtonElement>(null)

  if (session) return <Navigate to={safeNext(params.get('next'))} replace />

  const missing = { username: asked && username.trim() === '' ? '请填写用户名' : undefined, password: asked && password === '' ? '请填写密码' : undefined }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (username.trim() === '' || password === '') return
    if (needsTotp && totp.trim() === '') return totpInput.current?.focus()
    const onError = (error: unknown) => {
      const code = error instanceof ApiError ? error.code : ''
      if (code === 'accounts.totpNeeded') setNeedsTotp(true)
      else if (code === 'accounts.wrongTotp') totpInput.current?.focus({ cursor: 'all' })
      else passwordInput.current?.focus({ cursor: 'all' })
    }
    login.mutate({ username: username.trim(), password, ...(needsTotp ? { totp: totp.trim() } : {}) }, { onError })
  }
  const isAsking = login.error instanceof ApiError && login.error.code === 'accounts.totpNeeded'
  const fill = (account: DemoAccount) => {
    setNeedsTotp(false)
    setTotp('')
    setUsername(account.username)
    setPassword(account.password)
    login.reset()
    button.current?.focus()
  }

  return (
    <main className="login">
      <section className="login-card" aria-labelledby="login-title">
        <span className="center-sign" aria-hidden>党群</span>
        <h1 id="login-title">党群服务中心管理后台</h1>
        <p className="quiet">供中心工作人员使用。参加活动请用手机上的小程序。</p>
        {params.get('expired') ? <Alert type="warning" showIcon title="登录已过期，请重新登录。刚才填写的内容已经保存，登录后接着办。" /> : null}
        {login.error && !isAsking ? <Alert type="error" showIcon role="alert" title={sayError(login.error, '登录没有成功，请重试')} /> : null}
        <form onSubmit={submit} noValidate>
          <Field id="username" label="用户名" error={missing.username}>
            {(props) => <Input {...props} size="large" autoComplete="username" autoFocus maxLength={64} value={username} onChange={(event) => setUsername(event.target.value)} />}
          </Field>
          <Field id="password" label="密码" error={missing.password}>
            {(props) => <Input.Password {...props} ref={passwordInput} size="large" autoComplete="current-password" maxLength={256} value={password} onChange={(event) => setPassword(event.target.value)} />}
          </Field>
          {needsTotp ? (
            <Field id="totp" label="验证码" error={asked && totp.trim() === '' && !isAsking ? '请填写验证码' : undefined} hint="手机验证器上的 6 位数字；手机不在身边时，填一个备用码">
              {(props) => <Input {...props} ref={totpInput} size="large" autoComplete="one-time-code" autoFocus maxLength={20} value={totp} onChange={(event) => setTotp(event.target.value)} />}
            </Field>
          ) : null}
          <Button ref={button} block size="large" type="primary" htmlType="submit" loading={login.isPending}>登录</Button>
        </form>
        <p className="login-other"><Link to="/join">有邀请码，第一次加入</Link></p>
      </section>
      {sandbox && sandbox.consoleAccounts.length > 0 ? <DemoAccounts accounts={sandbox.consoleAccounts} onPick={fill} /> : null}
    </main>
  )
}

function DemoAccounts({ accounts, onPick }: { accounts: DemoAccount[]; onPick: (account: DemoAccount) => void }) {
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">演示账号</h2>
      <p className="quiet">点一下即可填入。仅在演示环境出现，数据均为虚构。</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onPick(account)}>
              <span>{account.title}</span>
              <span className="quiet">{account.roles.map((role) => roleLabels[role]).join('、')} · {account.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
