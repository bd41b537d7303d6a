import { Text, View } from '@tarojs/components'
import { transferReasonLabels } from '@dangqun/contracts/transfer/vocabulary'
import type { TransferFinding } from '@dangqun/contracts/transfer/schemas'
import { LinkButton } from '@/ui/button'

interface MendProps {
  finding: TransferFinding
  /** Says why it would be sent back, where nothing above it does. */
  saysReason?: boolean
  onMend: (text: string) => void
  /** To its place, where there is nothing to suggest. */
  onGo?: (() => void) | undefined
}

/** What would be sent back, kindly, and what to write instead. */
export function Mend({ finding: { message, suggestion, level, field, reason }, saysReason = false, onMend, onGo }: MendProps) {
  return (
    <View className={`mend mend_${level}`}>
      <Text className="mend__words">{message}{saysReason && level === 'stop' && reason ? `，不改会因“${transferReasonLabels[reason]}”被退回` : ''}</Text>
      {suggestion && field && <LinkButton text={`改成“${suggestion}”`} onTap={() => onMend(suggestion)} />}
      {!suggestion && onGo && <LinkButton text="去改" onTap={onGo} />}
    </View>
  )
}
