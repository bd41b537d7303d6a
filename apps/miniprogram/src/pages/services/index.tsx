import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CenterCard, Service } from '@dangqun/contracts/centers/schemas'
import { programmeLabels, programmes, type ServiceTarget } from '@dangqun/contracts/centers/vocabulary'
import { centerChoice, programmeChoice } from '@/centers/centers-choice.store'
import { useCenter } from '@/centers/centers.api'
import { NoCenter } from '@/centers/components/no-center'
import { ServiceDialog } from '@/centers/components/service-dialog'
import { goToActivities, goToFinancing, goToTransfers } from '@/platform/routes'
import { useStore } from '@/platform/store'
import { Cell } from '@/ui/cell'
import { Choices } from '@/ui/choices'
import { Heading } from '@/ui/heading'
import { ProgrammeSign } from '@/ui/programme-sign'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState } from '@/ui/state-view'
import { tabPage } from '@/ui/tab-page'

const choices = [{ value: null, text: '全部' }, ...programmes.map((value) => ({ value, text: programmeLabels[value].name }))]

export default tabPage('services', ServicesPage)

function ServicesPage() {
  const slug = useStore(centerChoice)
  const programme = useStore(programmeChoice)
  const { data, error, reload } = useCenter(slug)
  const [open, setOpen] = useState<Service | null>(null)

  if (slug === null) return <Screen><NoCenter words="选好中心，就能看到那里的服务。" /></Screen>
  if (!data) return <Screen>{error ? <ErrorState error={error} onRetry={() => void reload()} /> : <SkeletonRows count={6} />}</Screen>
  return (
    <Screen dialogs={open && <ServiceDialog service={open} center={data} onClose={() => setOpen(null)} />}>
      <Heading className="page-lead" level={1}>{data.name}</Heading>
      <View className="filters">
        <Choices label="服务板块" options={choices} chosen={programme} onChoose={programmeChoice.set} />
      </View>
      {programmes
        .filter((each) => programme === null || each === programme)
        .map((each) => (
          <View key={each}>
            <View className="programme-head">
              <ProgrammeSign programme={each} isSmall />
              <Heading className="section section_inline">{programmeLabels[each].name}</Heading>
            </View>
            <Catalogue center={data} services={data.services.filter((service) => service.programme === each)} onOpen={setOpen} />
          </View>
        ))}
    </Screen>
  )
}

const targets: Record<ServiceTarget, { word: string; go: (center: string, service: Service) => void }> = {
  activities: { word: '去报名', go: (center, { programme }) => goToActivities(center, programme) },
  financing: { word: '去比较', go: goToFinancing },
  transfer: { word: '去办理', go: goToTransfers },
}

function Catalogue({ center, services, onOpen }: { center: CenterCard; services: Service[]; onOpen: (service: Service) => void }) {
  if (services.length === 0) return <Text className="empty-line">这个中心还没有开设，可以打电话问问。</Text>
  return (
    <View className="card card_cells">
      {services.map((service) => (
        <Cell
          key={service.id}
          title={service.name}
          words={service.summary}
          value={service.target ? targets[service.target].word : '到现场'}
          onTap={() => (service.target ? targets[service.target].go(center.slug, service) : onOpen(service))}
        />
      ))}
    </View>
  )
}
