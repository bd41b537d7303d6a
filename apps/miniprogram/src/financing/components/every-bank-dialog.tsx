import { Text, View } from '@tarojs/components'
import { referralClocks } from '@dangqun/contracts/financing/referrals/vocabulary'
import { mostBanks } from '@dangqun/contracts/financing/demands/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { HalfScreen } from '@/ui/half-screen'
import { Notice } from '@/ui/notice'

const points = [
  '银行只看得到：金额、期限、担保、行业大类、成立几年、收入档次。',
  '看不到：企业名称、信用代码、地址、联系人和电话。',
  `有银行接单，你有 ${referralClocks.name} 个工作日决定告不告诉它你是谁。不理它，名额自动让给别家。`,
  `同时最多 ${mostBanks} 家银行在办。`,
]

/** What it means to ask every bank, before it is done. */
export function EveryBankDialog({ isBusy, failure, onAgree, onClose }: { isBusy: boolean; failure: ApiError | null; onAgree: () => void; onClose: () => void }) {
  return (
    <HalfScreen
      title="发给所有银行"
      note="不写名字，由银行来接单"
      onClose={onClose}
      footer={
        <>
          <PrimaryButton text="发给所有银行" busyText={isBusy ? '正在发送…' : null} onTap={onAgree} />
          <PlainButton text="我再想想" onTap={onClose} />
        </>
      }
    >
      <View className="points">
        {points.map((words) => <Text key={words} className="points__item">{words}</Text>)}
      </View>
      {failure && <Notice kind="warn" text={failure.message} />}
    </HalfScreen>
  )
}
