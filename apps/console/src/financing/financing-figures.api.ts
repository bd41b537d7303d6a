import { financingFiguresRoutes } from '@dangqun/contracts/financing/figures/routes'
import type { FinancingFigures } from '@dangqun/contracts/financing/figures/schemas'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { saveFile } from '../ui/save-file'
import type { Span } from './financing-figures-span.rules'

const api = apiClient(financingFiguresRoutes)

export function useFigures(center: string, span: Span) {
  return useQuery<FinancingFigures>({ queryKey: ['financing', center, 'figures', span], queryFn: () => api.read({ params: { center }, query: { ...span } }), placeholderData: keepPreviousData, staleTime: 60_000 })
}

/** A month's report is asked for when it is wanted, and kept nowhere. */
export function useSaveReport(center: string) {
  return useMutation({ mutationFn: async (month: string) => saveFile(await api.print({ params: { center }, query: { month } }), `融资月报-${month}.pdf`), gcTime: 0 })
}
