import { newPassword } from '@dangqun/contracts/accounts/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { useChangePassword } from '../accounts-security.api'

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const refused = change.error instanceof ApiError ? change.error : null
  const isWrong = refused?.code === 'accounts.wrongPassword'
  const weakness = newPassword.safeParse(next).error?.issues[0]?.message
  const send = () => {
    setWasAsked(true)
    if (current === '' || weakness !== undefined) return
    change.mutate({ current, next }, {
      onSuccess: () => {
        void message.success('密码已换，其他设备要重新登录')
        onClose()
      },
    })
  }
  return (
    <Modal open title="换密码" okText="换密码" cancelText="取消" confirmLoading={change.isPending} onOk={send} onCancel={onClose}>
      <Field id="password-current" label="现在的密码" error={isWrong ? '密码不对，请核对后重试' : wasAsked && current === '' ? '请填写现在的密码' : undefined}>
        {(props) => <Input.Password {...props} autoFocus autoComplete="current-password" maxLength={256} value={current} onChange={(event) => { setCurrent(event.target.value); change.reset() }} />}
      </Field>
      <Field id="password-next" label="新密码" error={wasAsked ? weakness : undefined} hint="至少 10 个字符，含小写字母、大写字母、数字、符号中的三种">
        {(props) => <Input.Password {...props} autoComplete="new-password" maxLength={256} value={next} onChange={(event) => setNext(event.target.value)} onPressEnter={send} />}
      </Field>
      {change.error && !isWrong ? <Alert type="error" showIcon title={refused?.message ?? '没有办成，请重试'} /> : null}
    </Modal>
  )
}
