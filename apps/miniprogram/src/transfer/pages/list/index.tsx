import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { now as readClock } from '@/platform/clock'
import { goToTransfer, goToTransferStart } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { usePages } from '@/platform/use-pages'
import { useReturn } from '@/platform/use-return'
import { PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { ListEnd } from '@/ui/list-end'
import { StaleNotice } from '@/ui/notice'
import { ProgrammeTag } from '@/ui/programme-sign'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState } from '@/ui/state-view'
import { CaseRow } from '../../components/case-row'
import { StandingLine } from '../../components/standing-line'
import { transferApi } from '../../transfer.api'
import { directionsWords } from '../../transfer-words.rules'

/** The way in: my cases, and how a new one begins. Looking needs no login. */
export default function TransferListPage() {
  const { center = '' } = useRouter().params
  const token = useSession()
  const list = usePages(token && `${center} ${token}`, (cursor) => transferApi.list({ params: { center }, query: { view: 'mine', cursor } }), { keptAs: `my transfers ${center}` })
  usePullDownRefresh(() => void list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.loadMore())
  useReturn(() => void list.reload())
  const now = readClock()
  const hasCases = list.items !== null && list.items.length > 0
  return (
    <Screen shownAt={list.at} bar={<PrimaryButton text={hasCases ? '再办一件' : '开始办理'} onTap={() => goToTransferStart(center)} />}>
      <View className="transfers__head">
        <ProgrammeTag programme="red" />
        <Heading className="start__title" level={1}>{hasCases ? '我的接转' : '接转组织关系'}</Heading>
      </View>
      {list.error && list.items && <StaleNotice error={list.error} onRetry={() => void list.reload()} />}
      {list.error && !list.items && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {token !== null && !list.error && !list.items && <SkeletonRows count={2} />}
      {list.items?.map((transfer) => <CaseRow key={transfer.id} transfer={transfer} now={now} onTap={() => goToTransfer(center, transfer.id)} />)}
      {hasCases && <ListEnd list={list} />}
      {(token === null || list.items?.length === 0) && <HowItGoes />}
      <StandingLine />
    </Screen>
  )
}

function HowItGoes() {
  return (
    <View>
      <Text className="words">先答三个问题，再填几项。查过没错再提交，之后谁在办、最晚哪天，手机上都看得到。</Text>
      <View className="card card_cells">
        {Object.values(directionsWords).map(({ title, words }) => <Cell key={title} title={title} words={words} />)}
      </View>
    </View>
  )
}
