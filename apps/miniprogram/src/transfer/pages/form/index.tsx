import { useRouter } from '@tarojs/taro'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { PrimaryButton } from '@/ui/button'
import { openTransfer } from '@/platform/routes'
import { transferApi } from '../../transfer.api'
import { CaseFormPage } from '../../components/case-form'
import { IntakeFormPage } from '../../components/intake-form'

/** The form of a draft, of a case that was sent back, or of an intake; without an id, an intake that is yet to be registered. */
export default function TransferFormPage() {
  const { center = '', id } = useRouter().params
  const token = useSession()
  const { data, error, reload } = useLoaded(token && id ? `${center} ${id} ${token}` : null, () => transferApi.get({ params: { center, id: id ?? '' } }))
  if (token === null) return <SignInInvitation icon="user" title="登录后接着填" words="填过的内容还在。" />
  if (!id) return <IntakeFormPage center={center} />
  if (error && !data) return <Screen><ErrorState error={error} onRetry={() => void reload()} /></Screen>
  if (!data) return <Screen><SkeletonPage /></Screen>
  if (!data.allowedActions.includes('update')) {
    return (
      <Screen>
        <StateView icon="info" title="现在不能改了" words="已经提交到下一步。要改的话，先看进度里能做什么。">
          <PrimaryButton text="看进度" onTap={() => openTransfer(center, data.id)} />
        </StateView>
      </Screen>
    )
  }
  return <CaseFormPage center={center} opened={data} />
}
