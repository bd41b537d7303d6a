import { exportsRoutes } from '@dangqun/contracts/activities/exports/routes'
import type { AskExport, ExportRow, ExportsPage, ExportsQuery } from '@dangqun/contracts/activities/exports/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'
import { saveFile } from '../ui/save-file'

const api = apiClient(exportsRoutes)

export function useExports(center: string, query: ExportsQuery, { isWanted = true } = {}) {
  return useQuery<ExportsPage>({ queryKey: ['exports', center, query], queryFn: () => api.list({ params: { center }, query }), placeholderData: keepPreviousData, enabled: isWanted })
}

/** @throws ApiError `activities.exportEmpty`, `activities.exportTooLarge`, `activities.exportPhoneNotAsked` */
export function useAskExport(center: string, activityId: string) {
  const queryClient = useQueryClient()
  return useMutation<ExportRow, Error, AskExport>({
    mutationFn: (body) => sendOnce(`export.${activityId}`, body, (idempotencyKey) => api.ask({ params: { center, id: activityId }, body }, { idempotencyKey })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['exports', center] }),
  })
}

export interface ExportDecision {
  act: 'approve' | 'refuse'
  id: string
  note: string
}

export function useExportDecision(center: string) {
  const queryClient = useQueryClient()
  return useMutation<ExportRow, Error, ExportDecision>({
    mutationFn: ({ act, id, note }) => sendOnce(`export-${act}.${id}`, { note }, (idempotencyKey) => api[act]({ params: { center, id }, body: { note } }, { idempotencyKey })),
    // A refusal means that what is shown is out of date.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['exports', center] }),
  })
}

/** The file is saved and kept nowhere else. */
export function useExportFile(center: string) {
  const queryClient = useQueryClient()
  return useMutation<void, Error, Pick<ExportRow, 'id' | 'activityTitle'>>({
    mutationFn: async ({ id, activityTitle }) => saveFile(await api.take({ params: { center, id }, body: {} }), `${activityTitle} 报名名单.xlsx`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['exports', center] }),
  })
}
