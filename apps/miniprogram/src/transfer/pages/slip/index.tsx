import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { memberCategoryLabels } from '@dangqun/contracts/organization/members/vocabulary'
import { transferStateLabels } from '@dangqun/contracts/transfer/vocabulary'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { readSlip, sayDay } from '../../transfer-slip.rules'
import { transferPapersApi } from '../../transfer-slip.api'

/** What anybody may learn of a printed 办理凭条: that it was issued here, until when it holds, how far the case is. */
export default function SlipPage() {
  const code = readSlip(useRouter().params)
  const token = useSession()
  const slip = useLoaded(code && `${code} ${token ?? ''}`, () => transferPapersApi.checkSlip({ params: { code: code ?? '' } }))
  const isUnknown = code === null || slip.error?.status === 404 || slip.error?.status === 400
  if (isUnknown) return <Screen><StateView icon="empty" title="查不到这张凭条" words="码不完整，或改动过。请重新扫纸上的码；还是查不到，请和出具的中心核实。" /></Screen>
  if (slip.error && !slip.data) return <Screen><ErrorState error={slip.error} onRetry={() => void slip.reload()} /></Screen>
  if (!slip.data) return <Screen><SkeletonRows count={4} /></Screen>
  const { issuedOn, validUntil, state, names } = slip.data
  return (
    <Screen shownAt={slip.at}>
      <Heading className="section">凭条是真的</Heading>
      <View className="card card_cells">
        <Cell title="办理进度" value={transferStateLabels[state]} />
        <Cell title="出具日期" value={sayDay(issuedOn)} />
        <Cell title="有效期至" value={sayDay(validUntil)} />
      </View>
      {names && (
        <>
          <Heading className="section">请和纸上的内容核对</Heading>
          <View className="card card_cells">
            <Cell title="姓名" value={names.name} />
            {names.category && <Cell title="党员类别" value={memberCategoryLabels[names.category]} />}
            <Cell title="从" words={names.from} />
            <Cell title="转到" words={names.to} />
          </View>
        </>
      )}
      {state === 'voided' && <Notice kind="warn" text="这张凭条已作废，请向本人要新的。" />}
      <Text className="words">凭条不具介绍信效力。{names ? '这次查看已经记录。' : '姓名只有写明的接收党委登录后才能看到。'}</Text>
    </Screen>
  )
}
