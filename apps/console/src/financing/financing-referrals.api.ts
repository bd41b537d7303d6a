import { financingProductsRoutes } from '@dangqun/contracts/financing/products/routes'
import type { Product } from '@dangqun/contracts/financing/products/schemas'
import { financingReferralsRoutes } from '@dangqun/contracts/financing/referrals/routes'
import type { ActOnReferral, Referral, ReferralCounts, ReferralsPage, ReferralsQuery } from '@dangqun/contracts/financing/referrals/schemas'
import type { ReferralAction } from '@dangqun/contracts/financing/referrals/vocabulary'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(financingReferralsRoutes)
const products = apiClient(financingProductsRoutes)

/** How often a queue, and what is open beside it, is read anew, ms: a consent may end at any moment. */
export const queueMs = 15_000

export function useReferrals(center: string, query: ReferralsQuery) {
  return useQuery<ReferralsPage>({ queryKey: ['financing', center, 'referrals', 'list', query], queryFn: () => api.list({ params: { center }, query }), placeholderData: keepPreviousData, refetchInterval: queueMs })
}

export function useReferralCounts(center: string, isWanted = true) {
  return useQuery<ReferralCounts>({ queryKey: ['financing', center, 'referrals', 'counts'], queryFn: () => api.count({ params: { center } }), enabled: isWanted, refetchInterval: queueMs })
}

/** Kept no longer than it is looked at: whose it is may not be known any more the next time. */
export function useReferral(center: string, id: string | undefined) {
  return useQuery<Referral>({ queryKey: ['financing', center, 'referrals', 'one', id], queryFn: () => api.get({ params: { center, id: id ?? '' } }), enabled: id !== undefined, refetchInterval: queueMs, gcTime: 0 })
}

/**
 * One step. Its answer says nothing of the firm, so what is shown is read again, after a refusal too.
 * @throws ApiError `financing.claimsFull`, `financing.referralWrongState`, `request.changedMeanwhile`, `request.invalid` with fields
 */
export function useReferralAct(center: string, id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ action, body }: { action: ReferralAction; body: ActOnReferral }) => sendOnce(`financing.referral.${action}.${id}`, body, (idempotencyKey) => api.act({ params: { center, id, action }, body }, { idempotencyKey })),
    onSettled: () => Promise.all([queryClient.invalidateQueries({ queryKey: ['financing', center, 'referrals'] }), queryClient.invalidateQueries({ queryKey: ['financing', center, 'demands'] })]),
  })
}

/** What a bank has on offer, with whom to phone about it. */
export function useProductsOf(center: string, bankId: string) {
  return useQuery<Product[]>({ queryKey: ['financing', center, 'products', bankId], queryFn: async () => (await products.list({ params: { center }, query: { bankId, limit: 50 } })).items })
}
