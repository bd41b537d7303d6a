import { Text, View } from '@tarojs/components'
import { goToPrivacy } from '@/platform/routes'
import { LinkButton, PlainButton, PrimaryButton } from '@/ui/button'
import { HalfScreen } from '@/ui/half-screen'

/** Asked before the first login: what is kept and why, in the size that people really read. */
export function PrivacyDialog({ isAgain, onAnswer }: { isAgain: boolean; onAnswer: (agrees: boolean) => void }) {
  return (
    <HalfScreen
      title={isAgain ? '隐私说明有更新，请再看一下' : '登录前，请先看一下'}
      footer={
        <>
          <PrimaryButton text="同意并继续" onTap={() => onAnswer(true)} />
          <PlainButton text="暂不同意" onTap={() => onAnswer(false)} />
        </>
      }
    >
      <View className="points">
        <Text className="points__item">登录只用微信给的编号认出你，不读取头像、昵称和好友。</Text>
        <Text className="points__item">只有活动需要时，才会问一次姓名或手机号，只给这个中心的工作人员用来联系你。</Text>
        <Text className="points__item">不要位置、不打卡、不排名。同意过什么，随时可以在“我的授权”里撤回。</Text>
      </View>
      <View className="words-line">
        <Text>完整内容见</Text>
        <LinkButton text="隐私说明全文" onTap={goToPrivacy} />
      </View>
    </HalfScreen>
  )
}
