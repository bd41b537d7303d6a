import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { OwnFirm } from '@dangqun/contracts/financing/demands/schemas'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { goToDemand, openDemand } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { useReturn } from '@/platform/use-return'
import { BigChoices } from '@/ui/big-choices'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Heading } from '@/ui/heading'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { DemandFormPage } from '../../components/demand-form'
import { FirmFirst } from '../../components/firm-first'
import { demandsApi } from '../../financing-demands.api'

/** On the way from a need to a demand: for which firm, then the form. With an id, the form of a demand that the server has. */
export default function FinancingDemandFormPage() {
  const { center = '', id } = useRouter().params
  const token = useSession()
  const firms = useLoaded(token && `${center} ${token}`, () => demandsApi.listFirms({ params: { center } }))
  const opened = useLoaded(token && id ? `${center} ${id} ${token}` : null, () => demandsApi.get({ params: { center, id: id ?? '' } }))
  const [chosen, setChosen] = useState<string | null>(null)
  const [wantsAnother, setWantsAnother] = useState(false)
  // Someone who went to be bound to a firm comes back here.
  useReturn(() => {
    if (firms.data?.items.length === 0) void firms.reload()
  })

  if (token === null) return <SignInInvitation icon="user" title="登录后接着填" words="填过的内容还在。" />
  const error = firms.data ? (id && !opened.data ? opened.error : null) : firms.error
  if (error) return <Screen><ErrorState error={error} onRetry={() => void Promise.all([firms.reload(), opened.reload()])} /></Screen>
  if (!firms.data || (id && !opened.data)) return <Screen><SkeletonPage /></Screen>
  const { items, contact } = firms.data
  if (items.length === 0) return <Screen><FirmFirst center={center} /></Screen>
  if (opened.data) return <Opened center={center} demand={opened.data} items={items} contact={contact} />

  const [only] = items.length === 1 ? items : []
  const firm = only ?? items.find((each) => each.id === chosen)
  if (!firm) {
    return (
      <Screen>
        <Heading className="start__title" level={1}>以哪家企业的名义？</Heading>
        <BigChoices options={items.map(({ id: value, name, buildingName }) => ({ value, title: name, words: buildingName }))} onChoose={setChosen} />
      </Screen>
    )
  }
  const { openDemandId } = firm
  if (openDemandId !== null && !wantsAnother) {
    return (
      <Screen>
        <StateView icon="info" title="有一份需求还没结束" words={`${firm.name}已经提过一份。同一笔钱不用再提，接着办就行。`}>
          <PrimaryButton text="看这份需求" onTap={() => goToDemand(center, openDemandId)} />
          <PlainButton text="是另一笔，再提一份" onTap={() => setWantsAnother(true)} />
        </StateView>
      </Screen>
    )
  }
  return <DemandFormPage key={firm.id} center={center} firm={firm} contact={contact} opened={null} />
}

type OpenedProps = Pick<Parameters<typeof DemandFormPage>[0], 'center' | 'contact'> & { demand: NonNullable<Parameters<typeof DemandFormPage>[0]['opened']>; items: readonly OwnFirm[] }

/** A demand that the server has: only a draft can be changed, by whoever stands for its firm. */
function Opened({ center, demand, items, contact }: OpenedProps) {
  const firm = items.find(({ id }) => id === demand.firm.id)
  if (!firm || !demand.allowedActions.includes('update')) {
    return (
      <Screen>
        <StateView icon="info" title="现在不能改了" words="已经提交到下一步。要改的话，先看进度里能做什么。">
          <PrimaryButton text="看进度" onTap={() => openDemand(center, demand.id)} />
        </StateView>
      </Screen>
    )
  }
  return <DemandFormPage center={center} firm={firm} contact={contact} opened={demand} />
}
