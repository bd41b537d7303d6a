import { Text, View } from '@tarojs/components'
import type { DemandSummary } from '@dangqun/contracts/financing/demands/schemas'
import { sayAmount } from '@dangqun/contracts/kit/figures'
import { goToDemand, goToDemands } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { useChange } from '@/platform/use-return'
import { Tap } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { demandsApi } from '../financing-demands.api'
import { isOpenDemand, summaryLine } from '../financing-summary.rules'

function useDemands(center: string, turn: number) {
  const token = useSession()
  const { data, reload } = useLoaded(token && `${center} ${token}`, () => demandsApi.list({ params: { center }, query: { view: 'mine', limit: 10 } }), { keptAs: `demands ${center}` })
  useChange(turn, () => void reload())
  const items = data?.items ?? []
  return { items, open: items.find(isOpenDemand) ?? null }
}

const sayState = (open: DemandSummary | null) => (open ? summaryLine(open) : '都已结束')

/** On the home page: the demand that is under way; nothing at all without one. */
export function OpenDemand({ center, turn }: { center: string; turn: number }) {
  const { open } = useDemands(center, turn)
  if (!open) return null
  return (
    <Tap className="card open-case open-case_warm" onTap={() => goToDemand(center, open.id)}>
      <Text className="open-case__lead">融资需求</Text>
      <Text className="open-case__title">{summaryLine(open)}</Text>
      <Text className="open-case__words">{`${open.firm.name}，${sayAmount(open.amountFen)}`}</Text>
    </Tap>
  )
}

/** Among one's own things, and where loans are compared: only for whoever has asked for one. */
export function DemandsCell({ center, turn }: { center: string; turn: number }) {
  const { items, open } = useDemands(center, turn)
  if (items.length === 0) return null
  return <Cell icon="empty" title="我的融资需求" words={sayState(open)} onTap={() => goToDemands(center)} />
}

/** The same as a card of its own. */
export function DemandsCard({ center, turn }: { center: string; turn: number }) {
  const { items, open } = useDemands(center, turn)
  if (items.length === 0) return null
  return <View className="card card_cells"><Cell icon="empty" title="我的融资需求" words={sayState(open)} onTap={() => goToDemands(center)} /></View>
}
