import type { TransferBranches } from '@dangqun/contracts/transfer/schemas'
import { useSession } from '@/platform/session'
import { useLoaded, type Loaded } from '@/platform/use-loaded'
import { transferApi } from './transfer.api'

/** The branches that can be chosen at a centre; kept for a lost network. */
export function useBranches(center: string): Loaded<TransferBranches> {
  const token = useSession()
  return useLoaded(token && `${center} ${token}`, () => transferApi.listBranches({ params: { center } }), { keptAs: `branches ${center}` })
}
