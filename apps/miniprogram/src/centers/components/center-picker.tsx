import { Text, View } from '@tarojs/components'
import { useLoaded } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { HalfScreen } from '@/ui/half-screen'
import { ErrorNotice } from '@/ui/notice'
import { SkeletonRows } from '@/ui/skeleton'
import { centerChoice } from '../centers-choice.store'
import { centersApi } from '../centers.api'
import type { Entry } from '../use-entry'

interface CenterPickerProps {
  entry: Entry
  /** The whole page, when no centre was chosen yet. */
  isPage?: boolean
  onClose?: () => void
}

/** Which centre: scan, type, or choose from the list. */
export function CenterPicker({ entry, isPage = false, onClose = () => undefined }: CenterPickerProps) {
  const { data, error, reload } = useLoaded('centers', () => centersApi.list({ query: { limit: 50 } }))
  const choose = (slug: string) => {
    centerChoice.set(slug)
    onClose()
  }
  const list = (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void reload()} />}
      {!data && !error && <SkeletonRows count={2} />}
      {data && (
        <View className={isPage ? 'card card_cells' : 'cells'}>
          {data.items.map(({ slug, name, address }) => (
            <Cell key={slug} title={name} words={address} onTap={() => choose(slug)} />
          ))}
        </View>
      )}
    </>
  )
  const ways = (
    <>
      <PrimaryButton text="扫一扫门口的码" onTap={() => leave(onClose, () => void entry.scan())} />
      <PlainButton text="输入编码" onTap={() => leave(onClose, entry.type)} />
    </>
  )
  if (!isPage) return <HalfScreen title="切换中心" onClose={onClose} footer={ways}>{list}</HalfScreen>
  return (
    <View>
      <View className="welcome">
        <Text className="welcome__title">你在哪个党群服务中心？</Text>
        <Text className="welcome__words">扫中心门口的码，或在下面选一个，就能看到开放时间、服务和活动。</Text>
        <View className="welcome__ways">{ways}</View>
      </View>
      <Text className="section">所有中心</Text>
      {list}
    </View>
  )
}

function leave(close: () => void, then: () => void): void {
  close()
  then()
}
