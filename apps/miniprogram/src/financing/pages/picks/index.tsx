import { useRouter } from '@tarojs/taro'
import type { ActOnDemand } from '@dangqun/contracts/financing/demands/schemas'
import type { DemandAction } from '@dangqun/contracts/financing/demands/vocabulary'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { openDemand } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { PrimaryButton } from '@/ui/button'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { PickBanks } from '../../components/pick-banks'
import { demandsApi } from '../../financing-demands.api'
import { placesLeft } from '../../financing-demand.rules'
import { useCaseAct } from '../../use-case-act'

/** Which banks a demand goes to. */
export default function FinancingPicksPage() {
  const { center = '', id = '' } = useRouter().params
  const token = useSession()
  const demand = useLoaded(token && `${center} ${id} ${token}`, () => demandsApi.get({ params: { center, id } }))
  const matches = useLoaded(token && `matches ${center} ${id} ${token}`, () => demandsApi.matches({ params: { center, id } }))
  const { run, busy, failure } = useCaseAct<DemandAction, ActOnDemand>((action, body, options) => demandsApi.act({ params: { center, id, action }, body }, options), demand.reload, { isLeft: true })

  if (token === null) return <SignInInvitation icon="queue" title="登录后选银行" words="只有企业自己选得了。" />
  const error = (demand.data ? null : demand.error) ?? (matches.data ? null : matches.error)
  if (error) return <Screen><ErrorState error={error} onRetry={() => void Promise.all([demand.reload(), matches.reload()])} /></Screen>
  if (!demand.data || !matches.data) return <Screen><SkeletonPage /></Screen>
  if (!demand.data.allowedActions.includes('open') || placesLeft(demand.data) === 0) {
    return (
      <Screen>
        <StateView icon="info" title="现在不能选银行" words={placesLeft(demand.data) === 0 ? '已有 5 家银行在办。停掉一家，才能再选。' : '需求不在选银行这一步，看看进度里能做什么。'}>
          <PrimaryButton text="看进度" onTap={() => openDemand(center, id)} />
        </StateView>
      </Screen>
    )
  }
  const send = async (body: ActOnDemand) => {
    const isSent = await run('open', body)
    if (isSent) openDemand(center, id)
    return isSent
  }
  return <PickBanks center={center} demand={demand.data} matches={matches.data} isBusy={busy === 'open'} failure={failure} onSend={send} />
}
