import { useState } from 'react'
import { Text } from '@tarojs/components'
import { withdrawalSentence, type SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { PrimaryButton } from '@/ui/button'
import { HalfScreen } from '@/ui/half-screen'
import { Notice } from '@/ui/notice'
import { isEnough } from '../financing-picks.rules'
import { ConsentChoices } from './consent-choices'

interface ConsentDialogProps {
  bank: string
  title: string
  isBusy: boolean
  failure: ApiError | null
  onAgree: (purposes: SharingPurpose[]) => void
  onClose: () => void
}

/** Names one bank: what it may know, and for how long. */
export function ConsentDialog({ bank, title, isBusy, failure, onAgree, onClose }: ConsentDialogProps) {
  const [agreed, setAgreed] = useState<SharingPurpose[]>([])
  return (
    <HalfScreen
      title={title}
      onClose={onClose}
      footer={<PrimaryButton text={isEnough(agreed) ? '同意，授权' : '先同意前两项'} isDisabled={!isEnough(agreed)} busyText={isBusy ? '正在提交…' : null} onTap={() => onAgree(agreed)} />}
    >
      <ConsentChoices bank={bank} agreed={agreed} onChange={setAgreed} />
      <Text className="words">{withdrawalSentence}</Text>
      {failure && <Notice kind="warn" text={failure.message} />}
    </HalfScreen>
  )
}
