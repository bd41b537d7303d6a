import { Text, View } from '@tarojs/components'
import type { Service } from '@dangqun/contracts/centers/schemas'
import { programmeLabels, programmes } from '@dangqun/contracts/centers/vocabulary'
import { goToTab } from '@/platform/routes'
import { Tap } from '@/ui/button'
import { ProgrammeSign } from '@/ui/programme-sign'
import { programmeChoice } from '../centers-choice.store'

/** The four programmes as the doors of the service catalogue. */
export function ProgrammeGrid({ services }: { services: readonly Service[] }) {
  return (
    <View className="card programme-grid">
      {programmes.map((programme) => (
        <Tap
          key={programme}
          className="programme-grid__one"
          onTap={() => {
            programmeChoice.set(programme)
            goToTab('services')
          }}
        >
          <ProgrammeSign programme={programme} />
          <Text className="programme-grid__name">{programmeLabels[programme].name}</Text>
          <Text className="programme-grid__count">{`${services.filter((service) => service.programme === programme).length} 项`}</Text>
        </Tap>
      ))}
    </View>
  )
}
