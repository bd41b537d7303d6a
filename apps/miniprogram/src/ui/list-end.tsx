import { Text, View } from '@tarojs/components'
import type { Pages } from '@/platform/use-pages'
import { LinkButton } from './button'
import { ErrorNotice } from './notice'

/** Below a list: more is coming, did not come, or there is none. */
export function ListEnd({ list }: { list: Pick<Pages<unknown>, 'items' | 'hasMore' | 'isLoadingMore' | 'moreError' | 'loadMore'> }) {
  if (!list.items || list.items.length === 0) return null
  if (list.moreError) return <ErrorNotice error={list.moreError} onRetry={() => void list.loadMore()} />
  return (
    <View className="list-end">
      {list.isLoadingMore && <Text>正在加载…</Text>}
      {!list.isLoadingMore && list.hasMore && <LinkButton text="加载更多" onTap={() => void list.loadMore()} />}
      {!list.hasMore && <Text>没有更多了</Text>}
    </View>
  )
}
