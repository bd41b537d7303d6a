import { Alert, Modal, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { sayError } from './say-error'

interface Props {
  /** The act, as its button says it. */
  words: string
  whose: string
  /** What doing it means. */
  effect: string | null
  isSending: boolean
  /** Why it was not done; null where a field says it. */
  error: Error | null
  okButtonProps?: ButtonProps
  onSend: () => void
  onClose: () => void
  children?: ReactNode
}

/** One act on one case, with what it asks for. */
export function ActModal({ words, whose, effect, isSending, error, okButtonProps = {}, onSend, onClose, children }: Props) {
  return (
    <Modal open centered title={`${words}：${whose}`} okText={words} cancelText="先不办" okButtonProps={okButtonProps} confirmLoading={isSending} onOk={onSend} onCancel={onClose} destroyOnHidden>
      {effect ? <p>{effect}</p> : null}
      {error ? <Alert className="act-note" type="error" showIcon role="alert" title={sayError(error)} /> : null}
      {children}
    </Modal>
  )
}
