import { View, Text } from '@tarojs/components'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { useNetwork } from '@/platform/network'
import { LinkButton } from './button'
import { Icon, type IconName } from './icon'

/** One sentence that belongs to what stands below it; never in the way. */
export function Notice({ text, kind = 'info', action }: { text: string; kind?: 'info' | 'warn'; action?: { text: string; onTap: () => void } }) {
  const icon: IconName = kind === 'warn' ? 'cloud' : 'info'
  const browser = process.env.TARO_ENV === 'h5' ? { role: 'status' } : {}
  return (
    <View className={`notice notice_${kind}`} {...browser}>
      <Icon name={icon} size={18} />
      <Text className="notice__text">{text}</Text>
      {action && <LinkButton text={action.text} onTap={action.onTap} />}
    </View>
  )
}

/** What is shown could not be brought up to date. That the network is in trouble, the banner above the page says. */
export function StaleNotice({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const { trouble } = useNetwork()
  return trouble !== null && error.isRetryable ? null : <ErrorNotice error={error} onRetry={onRetry} />
}

/** Something did not come; what is there already stays. */
export function ErrorNotice({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  return <Notice kind="warn" text={error.message} action={{ text: '重试', onTap: onRetry }} />
}
