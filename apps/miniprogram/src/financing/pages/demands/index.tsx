import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { now as readClock } from '@/platform/clock'
import { goToDemand, goToFinancing } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { usePages } from '@/platform/use-pages'
import { useReturn } from '@/platform/use-return'
import { PrimaryButton } from '@/ui/button'
import { Heading } from '@/ui/heading'
import { ListEnd } from '@/ui/list-end'
import { StaleNotice } from '@/ui/notice'
import { ProgrammeTag } from '@/ui/programme-sign'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { DemandRow } from '../../components/demand-row'
import { StandingSentence } from '../../components/standing-sentence'
import { demandsApi } from '../../financing-demands.api'

/** The demands of my firms, and the way to another one. */
export default function FinancingDemandsPage() {
  const { center = '' } = useRouter().params
  const token = useSession()
  const list = usePages(token && `${center} ${token}`, (cursor) => demandsApi.list({ params: { center }, query: { view: 'mine', cursor } }), { keptAs: `my demands ${center}` })
  usePullDownRefresh(() => void list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.loadMore())
  useReturn(() => void list.reload())
  if (token === null) return <SignInInvitation icon="queue" title="登录后看融资需求" words="只有企业自己和中心看得到。" />
  const now = readClock()
  const isEmpty = list.items?.length === 0
  return (
    <Screen shownAt={list.at} bar={<PrimaryButton text={isEmpty ? '比较贷款，提需求' : '再提一份'} onTap={() => goToFinancing(center)} />}>
      <View className="transfers__head">
        <ProgrammeTag programme="warm" />
        <Heading className="start__title" level={1}>我的融资需求</Heading>
      </View>
      {list.error && list.items && <StaleNotice error={list.error} onRetry={() => void list.reload()} />}
      {list.error && !list.items && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {!list.error && !list.items && <SkeletonRows count={2} />}
      {isEmpty && <StateView icon="empty" title="还没有提过需求" words="先比较各家银行的真实成本，再把需求发给你选的银行。" />}
      {list.items?.map((demand) => <DemandRow key={demand.id} demand={demand} now={now} onTap={() => goToDemand(center, demand.id)} />)}
      <ListEnd list={list} />
      <StandingSentence />
    </Screen>
  )
}
