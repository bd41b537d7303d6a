import { join, type Join } from '@dangqun/contracts/accounts/grants/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { Link, Navigate } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { useStoredSession } from '../platform/session-store'
import { Field, focusField } from '../ui/field'
import { useJoin } from './accounts-grants.api'

type FieldName = keyof Join
/** Which field a refusal belongs to. */
const fieldOf: Readonly<Record<string, FieldName>> = { 'accounts.usernameTaken': 'username', 'accounts.invitationNotFound': 'code', 'accounts.invitationOver': 'code' }

/** With an invitation's code: a name and a password of one's own, and straight into the console. */
export function AccountsJoinPage() {
  usePageTitle('用邀请码加入')
  const session = useStoredSession()
  const joining = useJoin()
  const [values, setValues] = useState<Join>({ code: '', username: '', password: '' })
  const [wasAsked, setWasAsked] = useState(false)
  if (session) return <Navigate to="/" replace />

  const parsed = join.safeParse(values)
  const found = Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]).reverse()) as Partial<Record<FieldName, string>>
  const refused = joining.error instanceof ApiError ? joining.error : null
  const refusedField = refused ? fieldOf[refused.code] : undefined
  const error = (field: FieldName) => (refusedField === field ? refused?.message : undefined) ?? (wasAsked ? (values[field] === '' ? '请填写' : found[field]) : undefined)
  const set = (field: FieldName) => (event: { target: { value: string } }) => {
    setValues({ ...values, [field]: event.target.value })
    if (refusedField === field) joining.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWasAsked(true)
    if (!parsed.success) {
      const first = (['code', 'username', 'password'] as const).find((field) => values[field] === '' || found[field])
      if (first) focusField(`join-${first}`)
      return
    }
    joining.mutate(parsed.data)
  }
  return (
    <main className="login">
      <section className="login-card" aria-labelledby="join-title">
        <span className="center-sign" aria-hidden>党群</span>
        <h1 id="join-title">用邀请码加入管理后台</h1>
        <p className="quiet">邀请码由中心主任或管理员给你，10 位，只能用一次。</p>
        {joining.error && !refusedField ? <Alert type="error" showIcon role="alert" title={refused?.message ?? '没有成功，请重试'} /> : null}
        <form onSubmit={submit} noValidate>
          <Field id="join-code" label="邀请码" error={error('code')}>
            {(props) => <Input {...props} size="large" autoFocus autoComplete="off" maxLength={20} value={values.code} onChange={set('code')} />}
          </Field>
          <Field id="join-username" label="用户名" error={error('username')} hint="以后登录用：字母开头，可用字母、数字和 . _ -">
            {(props) => <Input {...props} size="large" autoComplete="username" maxLength={32} value={values.username} onChange={set('username')} />}
          </Field>
          <Field id="join-password" label="密码" error={error('password')} hint="至少 10 个字符，含小写字母、大写字母、数字、符号中的三种">
            {(props) => <Input.Password {...props} size="large" autoComplete="new-password" maxLength={256} value={values.password} onChange={set('password')} />}
          </Field>
          <Button block size="large" type="primary" htmlType="submit" loading={joining.isPending}>加入</Button>
        </form>
        <p className="login-other"><Link to="/login">已有账号，去登录</Link></p>
      </section>
    </main>
  )
}
