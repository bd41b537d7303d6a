import { goToAsk, goToBindings } from '@/platform/routes'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { StateView } from '@/ui/state-view'

/** Loans are asked for by a firm: whoever stands for one shows it once at the desk. */
export function FirmFirst({ center }: { center: string }) {
  return (
    <StateView icon="shield" title="先核对一次企业身份" words="贷款需求要以企业的名义提。带营业执照到窗口核对一次，以后在手机上直接办。你填的需求已经存在手机里，核对好再来接着提交。">
      <PrimaryButton text="去核对企业身份" onTap={() => goToAsk(center, 'firm')} />
      <PlainButton text="看我的身份" onTap={() => goToBindings(center)} />
    </StateView>
  )
}
