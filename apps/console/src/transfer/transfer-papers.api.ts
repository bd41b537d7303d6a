import { transferPapersRoutes } from '@dangqun/contracts/transfer/papers/routes'
import type { Printer, Printers, SavePrinter } from '@dangqun/contracts/transfer/papers/schemas'
import type { GivenFile } from '@dangqun/contracts/kit/files'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'

const api = apiClient(transferPapersRoutes)

export function usePrinters(center: string, isWanted = true) {
  return useQuery<Printers>({ queryKey: ['printers', center], queryFn: () => api.listPrinters({ params: { center } }), enabled: isWanted })
}

export function useSavePrinter(center: string) {
  const queryClient = useQueryClient()
  return useMutation<Printer, Error, SavePrinter>({ mutationFn: (body) => api.savePrinter({ params: { center }, body }), onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['printers', center] }) })
}

export function useRemovePrinter(center: string) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: (printer: string) => api.removePrinter({ params: { center, printer } }), onSuccess: (left) => queryClient.setQueryData(['printers', center], left) })
}

/** Papers are asked for when they are printed, and kept nowhere. */
export function useTestPrint(center: string) {
  return useMutation({ mutationFn: (printer: string): Promise<GivenFile> => api.testPrint({ params: { center, printer } }), onSuccess: openPaper, gcTime: 0 })
}

export function useLetterPrint(center: string, id: string) {
  return useMutation({ mutationFn: (printer: string | undefined): Promise<GivenFile> => api.printLetter({ params: { center, id }, query: { printer } }), onSuccess: openPaper, gcTime: 0 })
}

/** The standing slip, or a new one when its words no longer hold. */
export function useSlipPrint(center: string, id: string) {
  return useMutation({
    mutationFn: async (): Promise<GivenFile> => {
      await api.issueSlip({ params: { center, id }, body: {} })
      return api.printSlip({ params: { center, id } })
    },
    onSuccess: openPaper,
    gcTime: 0,
  })
}

/** How long a tab may take to read what it was given, ms. */
const readMs = 60_000

/** In a tab of its own, from where the browser prints it at its true size. */
function openPaper({ type, bytes }: GivenFile): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  window.open(address, '_blank', 'noopener')
  setTimeout(() => URL.revokeObjectURL(address), readMs)
}
