import { Alert, App, Button, Input, Modal, QRCode } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { useConfirmTotp, useRemoveTotp, useStartTotp } from '../accounts-security.api'

/** Password, QR code, a first code, recovery codes: the four steps in one dialog. */
export function TotpDialog({ onClose }: { onClose: () => void }) {
  const start = useStartTotp()
  const confirm = useConfirmTotp()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  if (confirm.data) return <RecoveryDialog codes={confirm.data.codes} onClose={onClose} />
  if (start.data) {
    const { uri, secret } = start.data
    const send = () => code.trim() !== '' && confirm.mutate(code.trim())
    return (
      <Modal open title="用手机验证器扫一扫" okText="确认" cancelText="以后再设" confirmLoading={confirm.isPending} onOk={send} onCancel={onClose}>
        <p>在手机上打开验证器（如“腾讯身份验证器”小程序、Microsoft Authenticator），扫下面的码，再输入它显示的 6 位数字。</p>
        <div className="totp-code"><QRCode value={uri} size={200} bordered={false} /></div>
        <p className="quiet">不能扫码时，在验证器里手工输入：<span className="figures totp-secret">{secret.replace(/(.{4})/g, '$1 ').trim()}</span></p>
        <Field id="totp-first" label="验证器上的 6 位数字" error={sayRefusal(confirm.error)}>
          {(props) => <Input {...props} autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={7} value={code} onChange={(event) => { setCode(event.target.value); confirm.reset() }} onPressEnter={send} />}
        </Field>
      </Modal>
    )
  }
  const send = () => password !== '' && start.mutate(password)
  return (
    <Modal open title="打开双重验证" okText="下一步" cancelText="取消" confirmLoading={start.isPending} onOk={send} onCancel={onClose}>
      <Field id="totp-password" label="先确认是你本人：登录密码" error={sayRefusal(start.error)}>
        {(props) => <Input.Password {...props} autoFocus autoComplete="current-password" maxLength={256} value={password} onChange={(event) => { setPassword(event.target.value); start.reset() }} onPressEnter={send} />}
      </Field>
    </Modal>
  )
}

function RecoveryDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { message } = App.useApp()
  const copy = () => void navigator.clipboard.writeText(codes.join('\n')).then(() => message.success('已复制'), () => message.warning('没有复制成功，请手工抄写'))
  return (
    <Modal open title="双重验证已打开" closable={false} mask={{ closable: false }} keyboard={false} footer={<><Button onClick={copy}>复制</Button><Button type="primary" onClick={onClose}>我已抄下</Button></>}>
      <p>把这些备用码抄下来，和手机分开放。手机丢了或换了，用其中一个登录，每个只能用一次。关掉后不再显示。</p>
      <ul className="recovery-codes figures">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
    </Modal>
  )
}

export function RemoveTotpDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const remove = useRemoveTotp()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const refusal = sayRefusal(remove.error)
  const send = () => {
    if (password === '' || code.trim() === '') return
    remove.mutate({ password, code: code.trim() }, {
      onSuccess: () => {
        void message.success('双重验证已关掉')
        onClose()
      },
    })
  }
  return (
    <Modal open title="关掉双重验证？" okText="关掉" cancelText="先不关" okButtonProps={{ danger: true, disabled: password === '' || code.trim() === '' }} confirmLoading={remove.isPending} onOk={send} onCancel={onClose}>
      <p>关掉后，只凭密码就能登录。换手机时请关掉后在新手机上重新打开。</p>
      <Field id="remove-password" label="登录密码">{(props) => <Input.Password {...props} autoComplete="current-password" maxLength={256} value={password} onChange={(event) => setPassword(event.target.value)} />}</Field>
      <Field id="remove-code" label="验证码或备用码">{(props) => <Input {...props} autoComplete="one-time-code" maxLength={20} value={code} onChange={(event) => setCode(event.target.value)} onPressEnter={send} />}</Field>
      {refusal ? <Alert type="error" showIcon title={refusal} /> : null}
    </Modal>
  )
}
