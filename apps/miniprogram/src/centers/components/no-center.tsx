import { goToTab } from '@/platform/routes'
import { PrimaryButton } from '@/ui/button'
import { StateView } from '@/ui/state-view'

/** A page that needs a centre, before one was chosen. */
export function NoCenter({ words }: { words: string }) {
  return (
    <StateView icon="place" title="还没有选中心" words={words}>
      <PrimaryButton text="去选中心" onTap={() => goToTab('home')} />
    </StateView>
  )
}
