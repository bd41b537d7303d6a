import { View, Text } from '@tarojs/components'
import { programmeLabels, type Programme } from '@dangqun/contracts/centers/vocabulary'

/** The one character of a programme on its colour. */
export function ProgrammeSign({ programme, isSmall = false }: { programme: Programme; isSmall?: boolean }) {
  return (
    <View className={`sign sign_${programme} ${isSmall ? 'sign_small' : ''}`}>
      <Text>{programmeLabels[programme].sign}</Text>
    </View>
  )
}

/** A programme in a line of text: sign and name. */
export function ProgrammeTag({ programme }: { programme: Programme }) {
  return (
    <View className="programme-tag">
      <ProgrammeSign programme={programme} isSmall />
      <Text>{programmeLabels[programme].name}</Text>
    </View>
  )
}
