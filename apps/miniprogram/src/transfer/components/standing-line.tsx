import { Text } from '@tarojs/components'

/** Below everything about a case: membership itself is kept elsewhere. */
export function StandingLine({ words }: { words?: string }) {
  return <Text className="standing">{`${words ? `${words}。` : ''}正式结果以全国党员管理信息系统为准`}</Text>
}
