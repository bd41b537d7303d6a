import { Text, View } from '@tarojs/components'
import { neededPurposes, sharingDays, sharingPurposes, type SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import { LinkButton } from '@/ui/button'
import { SwitchCell } from '@/ui/switch-cell'
import { isEnough, sharingText, withNeeded, withPurpose } from '../financing-picks.rules'

interface ConsentChoicesProps {
  bank: string
  agreed: readonly SharingPurpose[]
  onChange: (agreed: SharingPurpose[]) => void
}

/** What one bank may be told, each agreed to on its own; nothing is ticked beforehand (个人信息保护法 Art. 14, 23). */
export function ConsentChoices({ bank, agreed, onChange }: ConsentChoicesProps) {
  return (
    <View className="consents">
      {sharingPurposes.map((purpose) => {
        const { title, use } = sharingText(purpose, bank)
        return <SwitchCell key={purpose} title={title} words={`${neededPurposes.includes(purpose) ? '办理需要。' : '可选。'}${use}`} isOn={agreed.includes(purpose)} onChange={(isOn) => onChange(withPurpose(agreed, purpose, isOn))} />
      })}
      {!isEnough(agreed) && <LinkButton text="同意办理需要的两项" onTap={() => onChange(withNeeded(agreed))} />}
      <Text className="consents__note">{`同意后 ${sharingDays} 天内有效，随时可以停止。`}</Text>
    </View>
  )
}
