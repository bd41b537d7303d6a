import { useState } from 'react'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import type { Need } from '@dangqun/contracts/financing/schemas'
import { useSignIn } from '@/accounts/use-sign-in'
import { goToDemandForm } from '@/platform/routes'
import { asApiError } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { handOver, type Wish } from '../financing-hand-over.store'

interface SendNeedProps {
  center: string
  /** What is needed now; null when what was typed cannot be sent, and the page says why. */
  need: () => Need | null
  wishes?: readonly Wish[]
  isPlain?: boolean
}

/** From comparing to asking: the login when there is none yet, then the form with what has been answered. */
export function SendNeed({ center, need, wishes = [], isPlain = false }: SendNeedProps) {
  const { ensure, dialogs } = useSignIn()
  const [isBusy, setIsBusy] = useState(false)
  const [hasRefused, setRefused] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const send = async () => {
    const asked = need()
    if (asked === null) return
    setIsBusy(true)
    setRefused(false)
    setFailure(null)
    try {
      const outcome = await ensure()
      setRefused(outcome === 'refused')
      if (outcome === 'signedIn') {
        handOver(center, asked, wishes)
        goToDemandForm(center, null)
      }
    } catch (error) {
      setFailure(asApiError(error))
    }
    setIsBusy(false)
  }
  const Button = isPlain ? PlainButton : PrimaryButton
  return (
    <>
      {hasRefused && <Notice text="没有登录，也没有收集任何信息。比较可以照常用。" />}
      {failure && <Notice kind="warn" text={failure.message} />}
      <Button text="把需求发给银行" busyText={isBusy ? '正在打开…' : null} onTap={() => void send()} />
      {dialogs}
    </>
  )
}
