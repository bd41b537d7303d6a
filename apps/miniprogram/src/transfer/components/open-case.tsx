import { Text } from '@tarojs/components'
import { goToTransfer, goToTransfers } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { useChange } from '@/platform/use-return'
import { Tap } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { transferApi } from '../transfer.api'
import { isOpenCase, sayOtherSide, summaryLine } from '../transfer-words.rules'

function useOpenCase(center: string, turn: number) {
  const token = useSession()
  const { data, reload } = useLoaded(token && `${center} ${token}`, () => transferApi.list({ params: { center }, query: { view: 'mine', limit: 10 } }), { keptAs: `transfers ${center}` })
  useChange(turn, () => void reload())
  return data?.items.find(({ state }) => isOpenCase(state)) ?? null
}

/** On the home page: the case that is under way; nothing at all without one. */
export function OpenCase({ center, turn }: { center: string; turn: number }) {
  const open = useOpenCase(center, turn)
  if (!open) return null
  return (
    <Tap className="card open-case" onTap={() => goToTransfer(center, open.id)}>
      <Text className="open-case__lead">组织关系接转</Text>
      <Text className="open-case__title">{summaryLine(open)}</Text>
      {open.otherSide && <Text className="open-case__words">{sayOtherSide(open)}</Text>}
    </Tap>
  )
}

/** Among one's own things: always there, because there is also what is over. */
export function TransfersCell({ center, turn }: { center: string; turn: number }) {
  const open = useOpenCase(center, turn)
  return <Cell icon="people" title="组织关系接转" {...(open ? { words: summaryLine(open) } : {})} onTap={() => goToTransfers(center)} />
}
