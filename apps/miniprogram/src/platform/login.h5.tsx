import { View, Text } from '@tarojs/components'
import { createClient } from '@dangqun/contracts/kit/client'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { ErrorNotice } from '@/ui/notice'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'
import { PlainButton, PrimaryButton, Tap } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { SkeletonRows } from '@/ui/skeleton'
import type { LoginCode } from './login-code'
import { clientSettings } from './request'
import { useAsk } from './use-ask'
import { useDraft } from './use-draft'
import { useLoaded } from './use-loaded'

const accounts = createClient(accountsRoutes, clientSettings)

/** In a browser there is no WeChat: the sandbox lets one choose who to be, and a live site points into WeChat. */
export function useLoginCode(): LoginCode {
  const { ask, question, answer } = useAsk<object, string | null>()
  return { obtain: () => ask({}), dialog: question && <PersonaPicker onChoose={answer} /> }
}

function PersonaPicker({ onChoose }: { onChoose: (code: string | null) => void }) {
  const { data, error, reload } = useLoaded('sandbox', () => accounts.sandbox({}))
  const draft = useDraft('persona', { name: '' })
  const typed = draft.values.name.trim()
  const choose = (code: string) => {
    draft.clear()
    onChoose(code)
  }
  if (error?.status === 404) {
    return (
      <HalfScreen title="请在微信里报名" onClose={() => onChoose(null)} footer={<PrimaryButton text="知道了" onTap={() => onChoose(null)} />}>
        <Text className="words">网页上可以浏览。报名请打开微信，扫中心门口的码进入小程序。</Text>
      </HalfScreen>
    )
  }
  return (
    <HalfScreen title="选择登录身份" note="演示环境用它代替微信登录" onClose={() => onChoose(null)}>
      {error && <ErrorNotice error={error} onRetry={() => void reload()} />}
      {!data && !error && <SkeletonRows count={3} />}
      {data && (
        <>
          <View className="choices">
            {data.personas.map(({ code, title }) => (
              <Tap key={code} className="choice" onTap={() => choose(code)}>
                <Text className="choice__text">{title}</Text>
                <Icon name="chevron" />
              </Tap>
            ))}
          </View>
          <Field label="换个名字" placeholder="任意名字，如 wang" value={draft.values.name} maxLength={40} onChange={(name) => draft.change({ name })} />
          <PlainButton text="用这个名字登录" isDisabled={typed === ''} onTap={() => choose(`sandbox:${typed}`)} />
        </>
      )}
    </HalfScreen>
  )
}
