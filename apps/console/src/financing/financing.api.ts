import { financingBanksRoutes } from '@dangqun/contracts/financing/banks/routes'
import type { BankRows, CreateBank, UpdateBank } from '@dangqun/contracts/financing/banks/schemas'
import { financingProductsRoutes } from '@dangqun/contracts/financing/products/routes'
import type { Banks, ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import { financingRoutes } from '@dangqun/contracts/financing/routes'
import type { CostSheet, Lpr, Lprs } from '@dangqun/contracts/financing/schemas'
import { financingVersionsRoutes } from '@dangqun/contracts/financing/versions/routes'
import type { ProductVersion, VersionsPage, VersionsQuery } from '@dangqun/contracts/financing/versions/schemas'
import type { VersionAction } from '@dangqun/contracts/financing/vocabulary'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(financingRoutes)
const products = apiClient(financingProductsRoutes)
const bankDesk = apiClient(financingBanksRoutes)
const versions = apiClient(financingVersionsRoutes)

export function useBanks(center: string) {
  return useQuery<Banks>({ queryKey: ['financing', center, 'banks'], queryFn: () => products.listBanks({ params: { center } }) })
}

export function useVersions(center: string, query: VersionsQuery, { isWanted = true } = {}) {
  return useQuery<VersionsPage>({ queryKey: ['financing', center, 'versions', query], queryFn: () => versions.list({ params: { center }, query }), placeholderData: keepPreviousData, enabled: isWanted })
}

export interface NamedVersion {
  id: string
  number: string
}

export function useVersion(center: string, { id, number }: NamedVersion) {
  return useQuery<ProductVersion>({ queryKey: ['financing', center, 'version', id, number], queryFn: () => versions.get({ params: { center, id, number } }) })
}

/** The cost of terms as they are being written; the last answer stays while the next one is on its way. */
export function useDraftCost(center: string, question: { terms: ProductTerms; bankName: string; amountFen: number; months: number } | null) {
  return useQuery<CostSheet | null>({
    queryKey: ['financing', center, 'cost', question],
    queryFn: () => (question ? api.readDraftCost({ params: { center }, body: question }) : null),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useLprs(center: string) {
  return useQuery<Lprs>({ queryKey: ['financing', center, 'lprs'], queryFn: () => api.listLprs({ params: { center } }) })
}

/** Whatever changes at the desk, lists and details are read anew. */
function useFreshDesk(center: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: ['financing', center] })
}

/** The banks as staff keep them, those that are retired too. */
export function useBankRows(center: string) {
  return useQuery<BankRows>({ queryKey: ['financing', center, 'bank-rows'], queryFn: () => bankDesk.list({ params: { center } }) })
}

/** @throws ApiError `financing.bankNameTaken`, `request.invalid` with fields */
export function useCreateBank(center: string) {
  const onSuccess = useFreshDesk(center)
  return useMutation({ mutationFn: (body: CreateBank) => sendOnce(`financing.bank.${center}`, body, (idempotencyKey) => bankDesk.create({ params: { center }, body }, { idempotencyKey })), onSuccess })
}

/** @throws ApiError `financing.bankNameTaken`, `request.changedMeanwhile` */
export function useUpdateBank(center: string) {
  const onSettled = useFreshDesk(center)
  return useMutation({ mutationFn: ({ id, body }: { id: string; body: UpdateBank }) => bankDesk.update({ params: { center, id }, body }), onSettled })
}

export function useEnterLpr(center: string) {
  const onSuccess = useFreshDesk(center)
  return useMutation({ mutationFn: (body: Lpr) => sendOnce(`financing.lpr.${center}`, body, (idempotencyKey) => api.enterLpr({ params: { center }, body }, { idempotencyKey })), onSuccess })
}

export function useRemoveLpr(center: string) {
  const onSuccess = useFreshDesk(center)
  return useMutation({ mutationFn: (publishedOn: string) => api.removeLpr({ params: { center, publishedOn } }), onSuccess })
}

export function useVersionAction(center: string, { id, number }: NamedVersion) {
  const onSettled = useFreshDesk(center)
  return useMutation({
    mutationFn: ({ action, note }: { action: VersionAction; note?: string }) => sendOnce(`financing.${id}.${number}.${action}`, { note: note ?? '' }, (idempotencyKey): Promise<ProductVersion> => {
      const params = { center, id, number }
      if (action === 'return' || action === 'withdraw') return versions[action]({ params, body: { note: note ?? '' } }, { idempotencyKey })
      return versions[action]({ params, body: {} }, { idempotencyKey })
    }),
    onSettled,
  })
}

export function useRenew(center: string, id: string) {
  const onSettled = useFreshDesk(center)
  return useMutation({ mutationFn: () => sendOnce(`financing.renew.${id}`, {}, (idempotencyKey) => versions.renew({ params: { center, id }, body: {} }, { idempotencyKey })), onSettled })
}

export function useSaveVersion(center: string, named: NamedVersion | null) {
  const onSettled = useFreshDesk(center)
  return useMutation({
    mutationFn: ({ terms, bankId, revision }: { terms: ProductTerms; bankId: string; revision: number }) =>
      named
        ? versions.update({ params: { center, ...named }, body: { terms, revision } })
        : sendOnce(`financing.create.${center}`, { bankId, terms }, (idempotencyKey) => versions.create({ params: { center }, body: { bankId, terms } }, { idempotencyKey })),
    onSettled,
  })
}
