import { Text, View } from '@tarojs/components'

/** How far one is: `第 2 步，共 4 步` and a bar. */
export function Progress({ at, of, unit = '步' }: { at: number; of: number; unit?: string }) {
  return (
    <View className="progress">
      <Text className="progress__words">{`第 ${at} ${unit}，共 ${of} ${unit}`}</Text>
      <View className="progress__bar"><View className="progress__done" style={{ width: `${Math.round((100 * at) / of)}%` }} /></View>
    </View>
  )
}
