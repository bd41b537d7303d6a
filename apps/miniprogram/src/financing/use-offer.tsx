import { useCallback } from 'react'
import type { CostSheet, Need } from '@dangqun/contracts/financing/schemas'
import { financingApi, productsApi } from './financing.api'

/** Reads one product's cost sheet for what is needed, or the nearest to it that the product allows. */
export function useOffer(center: string, id: string, need: Need | null): () => Promise<CostSheet> {
  return useCallback(async () => {
    const { terms } = await productsApi.get({ params: { center, id } })
    const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
    const repayment = need?.repayment
    return financingApi.readCost({
      params: { center, id },
      body: {
        amountFen: within(need?.amountFen ?? terms.amountMinFen, terms.amountMinFen, terms.amountMaxFen),
        months: within(need?.months ?? 12, terms.termMinMonths, terms.termMaxMonths),
        ...(repayment !== undefined && terms.repayments.includes(repayment) ? { repayment } : {}),
      },
    })
  }, [center, id, need])
}
