import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { App, Button } from 'antd'
import { useIdNumber } from '../transfer.api'
import { sayError } from '../../ui/say-error'

/** Masked until somebody asks for it; every asking is recorded, and it says so. */
export function IdNumber({ center, transfer }: { center: string; transfer: Transfer }) {
  const { message } = App.useApp()
  const reveal = useIdNumber(center, transfer.id)
  if (reveal.data) return <><span className="figures">{reveal.data.idNumber}</span> <span className="quiet">已留痕</span></>
  return (
    <>
      <span className="figures">{transfer.form.idNumber}</span>
      {transfer.allowedActions.includes('reveal') ? <Button type="link" size="small" loading={reveal.isPending} onClick={() => reveal.mutate(undefined, { onError: (error) => void message.error(sayError(error, '没有读到，请再试一次')) })}>显示（留痕）</Button> : null}
    </>
  )
}
