import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { MyBinding } from '@dangqun/contracts/organization/bindings/schemas'
import { bindingKindLabels, bindingKinds, bindingStateLabels } from '@dangqun/contracts/organization/bindings/vocabulary'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { goToAsk } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { asApiError, useLoaded } from '@/platform/use-loaded'
import { useReturn } from '@/platform/use-return'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { ErrorNotice, Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState } from '@/ui/state-view'
import { sayBinding } from '../../organization-bindings.rules'
import { bindingsApi } from '../../organization-bindings.api'

const offers = { member: '核对党员身份', firm: '核对企业代表身份' } as const
const why = { member: '在手机上办组织关系等党务时用', firm: '代表企业填报需求时用' } as const

/** What the centre knows me as, and the ways to ask for it. */
export default function BindingsPage() {
  const { center = '' } = useRouter().params
  const token = useSession()
  const mine = useLoaded(token && `${center} ${token}`, () => bindingsApi.listMyBindings({ params: { center } }))
  const [trouble, setTrouble] = useState<string | null>(null)
  useReturn(() => void mine.reload())
  if (token === null) return <SignInInvitation icon="user" title="登录后看我的身份" words="党员身份、企业代表身份都要到窗口核对一次。" />

  const withdraw = async (binding: MyBinding) => {
    const isConfirmed = binding.state === 'confirmed'
    const { confirm } = await Taro.showModal({
      title: isConfirmed ? `解除${bindingKindLabels[binding.kind]}？` : '撤回这次申请？',
      content: isConfirmed ? '解除后不能再用这个身份办事，想恢复要重新核对。' : '撤回后可以随时重新提交。',
      confirmText: isConfirmed ? '解除' : '撤回', cancelText: '先不动', confirmColor: '#C7161D',
    })
    if (!confirm) return
    setTrouble(null)
    try {
      mine.replace(await bindingsApi.withdrawBinding({ params: { center, id: binding.id }, body: {} }))
    } catch (error) {
      setTrouble(asApiError(error).message)
    }
  }
  const standing = new Set(mine.data?.items.filter(({ state }) => state === 'pending' || state === 'confirmed').map(({ kind }) => kind))
  const open = bindingKinds.filter((kind) => !standing.has(kind))
  return (
    <Screen>
      {mine.error && mine.data && <ErrorNotice error={mine.error} onRetry={() => void mine.reload()} />}
      {mine.error && !mine.data && <ErrorState error={mine.error} onRetry={() => void mine.reload()} />}
      {!mine.error && !mine.data && <SkeletonRows count={3} />}
      {trouble && <Notice kind="warn" text={trouble} />}
      {mine.data && mine.data.items.length > 0 && (
        <View>
          <Heading className="section">我的身份和申请</Heading>
          {mine.data.items.map((binding) => (
            <View className="card card_cells" key={binding.id}>
              <Cell icon={binding.state === 'confirmed' ? 'check' : binding.state === 'pending' ? 'clock' : 'info'} title={bindingKindLabels[binding.kind]} words={sayBinding(binding)} value={bindingStateLabels[binding.state]} />
              {binding.allowedActions.includes('withdraw') && (
                <Cell title={binding.state === 'confirmed' ? '解除绑定' : '撤回申请'} onTap={() => void withdraw(binding)} />
              )}
            </View>
          ))}
        </View>
      )}
      {mine.data && open.length > 0 && (
        <View>
          <Heading className="section">可以核对的身份</Heading>
          <View className="card card_cells">
            {open.map((kind) => <Cell key={kind} icon={kind === 'member' ? 'shield' : 'people'} title={offers[kind]} words={why[kind]} onTap={() => goToAsk(center, kind)} />)}
          </View>
          <Text className="words">没有手机也一样办：到窗口由工作人员登记，之后再并到你的账号里。</Text>
        </View>
      )}
    </Screen>
  )
}
