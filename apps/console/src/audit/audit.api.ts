import { auditRoutes } from '@dangqun/contracts/audit/routes'
import type { ChainProblem, ChainState, FactsPage, FactsQuery, HistoryPage } from '@dangqun/contracts/audit/schemas'
import type { HistoryKind } from '@dangqun/contracts/audit/vocabulary'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { apiClient } from '../platform/client'

const api = apiClient(auditRoutes)

/** A centre's slug, or null: the platform's own ledger. */
export type Ledger = string | null

/** How often the chain's end is looked at, ms: it moves every few seconds. */
const chainMs = 10_000

/** Seals that are checked without being asked for: the newest. */
const checkedAnyway = 2_000

export function useFacts(ledger: Ledger, query: FactsQuery) {
  return useQuery<FactsPage>({
    queryKey: ['audit', ledger, 'facts', query],
    queryFn: () => (ledger === null ? api.listPlatformFacts({ query }) : api.listFacts({ params: { center: ledger }, query })),
    placeholderData: keepPreviousData,
  })
}

export function useChain(ledger: Ledger) {
  return useQuery<ChainState>({ queryKey: ['audit', ledger, 'chain'], queryFn: () => (ledger === null ? api.platformChain({}) : api.chain({ params: { center: ledger } })), refetchInterval: chainMs })
}

export interface Checked {
  /** The seal behind which it began; 0: from the very first. */
  from: number
  to: number
  problems: ChainProblem[]
}

async function check(ledger: Ledger, from: number, onStretch: (to: number) => boolean = () => true): Promise<Checked> {
  const problems: ChainProblem[] = []
  for (let after = from; ; ) {
    const stretch = await (ledger === null ? api.verifyPlatform({ query: { after } }) : api.verify({ params: { center: ledger }, query: { after } }))
    problems.push(...stretch.problems)
    if (stretch.next === null || !onStretch(stretch.verified)) return { from, to: stretch.verified, problems }
    after = stretch.next
  }
}

/** The newest stretch, checked when the page opens. */
export function useNewestChecked(ledger: Ledger, sealed: number | undefined) {
  return useQuery<Checked>({
    queryKey: ['audit', ledger, 'checked'],
    queryFn: () => check(ledger, Math.max(0, (sealed ?? 0) - checkedAnyway)),
    enabled: sealed !== undefined && sealed > 0,
    staleTime: Infinity,
  })
}

export type WholeCheck = { state: 'running'; to: number } | { state: 'done'; checked: Checked } | { state: 'failed' }

/** The whole chain from its first seal, stretch by stretch, when somebody asks for it. */
export function useWholeCheck(ledger: Ledger) {
  const [whole, setWhole] = useState<WholeCheck | null>(null)
  const turn = useRef(0)
  const begin = async () => {
    const mine = ++turn.current
    setWhole({ state: 'running', to: 0 })
    try {
      const checked = await check(ledger, 0, (to) => {
        if (mine !== turn.current) return false
        setWhole({ state: 'running', to })
        return true
      })
      if (mine === turn.current) setWhole({ state: 'done', checked })
    } catch {
      if (mine === turn.current) setWhole({ state: 'failed' })
    }
  }
  return { whole, begin }
}

/** What happened to one subject, for whoever may open it; the newest first. */
export function useHistory(center: string, kind: HistoryKind, id: string, isShown: boolean) {
  return useInfiniteQuery({
    queryKey: ['audit', center, 'history', kind, id],
    queryFn: ({ pageParam }): Promise<HistoryPage> => api.history({ params: { center, kind, id }, query: { cursor: pageParam, limit: 10 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: isShown,
    // It is read anew each time that it is opened, because what is done beside it adds to it.
    staleTime: 0,
  })
}
