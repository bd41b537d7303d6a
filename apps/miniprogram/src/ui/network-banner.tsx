import { View } from '@tarojs/components'
import { now } from '@/platform/clock'
import { network, useNetwork } from '@/platform/network'
import { sayTrouble } from './network-words.rules'
import { Notice } from './notice'

/** Above every page while the network is in trouble: what that means for what is shown. */
export function NetworkBanner({ shownAt }: { shownAt: number | null }) {
  const { trouble } = useNetwork()
  // A page that could not show anything says so itself.
  if (trouble === null || (trouble === 'unanswered' && shownAt === null)) return null
  const action = trouble === 'slow' ? undefined : { text: '刷新', onTap: () => network.tell('retry') }
  return (
    <View className="network-banner">
      <Notice kind="warn" text={sayTrouble(trouble, shownAt, now().getTime())} action={action} />
    </View>
  )
}
