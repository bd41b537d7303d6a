import { Text } from '@tarojs/components'
import { standingSentence } from '@dangqun/contracts/financing/vocabulary'

/** Stands on every result. */
export function StandingSentence() {
  return <Text className="standing">{standingSentence}</Text>
}
