import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { goToDemands } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { useReturn } from '@/platform/use-return'
import { PrimaryButton } from '@/ui/button'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { ReferralPage } from '../../components/referral-page'
import { referralsApi } from '../../financing-referrals.api'

/** One bank at work on a demand. */
export default function FinancingReferralPage() {
  const { center = '', id = '' } = useRouter().params
  const token = useSession()
  const loaded = useLoaded(token && `${center} ${id} ${token}`, () => referralsApi.get({ params: { center, id } }), { keptAs: `referral ${center} ${id}` })
  usePullDownRefresh(() => void loaded.reload().finally(() => Taro.stopPullDownRefresh()))
  useReturn(() => void loaded.reload())

  if (token === null) return <SignInInvitation icon="queue" title="登录后看进度" words="只有企业自己、这家银行和中心看得到。" />
  const { data, error } = loaded
  if (!data && error?.status === 404) {
    return (
      <Screen>
        <StateView icon="empty" title="找不到这一家" words="可能不是你的企业的，或已换了账号。">
          <PrimaryButton text="看我的融资需求" onTap={() => goToDemands(center)} />
        </StateView>
      </Screen>
    )
  }
  if (!data && error) return <Screen><ErrorState error={error} onRetry={() => void loaded.reload()} /></Screen>
  if (!data) return <Screen><SkeletonPage /></Screen>
  return <ReferralPage center={center} referral={data} loaded={loaded} />
}
