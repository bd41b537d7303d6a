import { View } from '@tarojs/components'

const waiting = process.env.TARO_ENV === 'h5' ? { role: 'status', 'aria-label': '正在加载' } : {}

/** The outline of a list that is on its way. */
export function SkeletonRows({ count }: { count: number }) {
  return (
    <View className="skeleton" ariaLabel="正在加载" {...waiting}>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="skeleton__row">
          <View className="skeleton__square" />
          <View className="skeleton__lines">
            <View className="skeleton__line" />
            <View className="skeleton__line skeleton__line_short" />
          </View>
        </View>
      ))}
    </View>
  )
}

/** The outline of a page that is on its way. */
export function SkeletonPage() {
  return (
    <View className="skeleton skeleton_page" ariaLabel="正在加载" {...waiting}>
      <View className="skeleton__line skeleton__line_title" />
      <View className="skeleton__line skeleton__line_short" />
      <View className="skeleton__block" />
      <View className="skeleton__block" />
    </View>
  )
}
