import { useCallback, useState } from 'react'
import type { CostQuestion, CostSheet, Need } from '@dangqun/contracts/financing/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { useSignIn } from '@/accounts/use-sign-in'
import { openDocument } from '@/platform/document'
import { asApiError } from '@/platform/use-loaded'
import { financingApi, productsApi } from './financing.api'
import { costQuestionOf } from './financing-need.rules'

/** What to ask of one product: what is needed, or the nearest to it that the product allows. */
async function questionOf(center: string, id: string, need: Need | null): Promise<CostQuestion> {
  const { terms } = await productsApi.get({ params: { center, id } })
  return costQuestionOf(terms, need)
}

/** Reads one product's cost sheet. */
export function useOffer(center: string, id: string, need: Need | null): () => Promise<CostSheet> {
  return useCallback(async () => financingApi.readCost({ params: { center, id }, body: await questionOf(center, id, need) }), [center, id, need])
}

/** Fetches the same sheet as a document and shows it. */
export function useCostPaper(center: string, id: string, need: Need | null) {
  const { ensure, dialogs } = useSignIn()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  const print = async (name: string) => {
    setError(null)
    setIsBusy(true)
    try {
      if ((await ensure()) !== 'signedIn') return
      await openDocument(await financingApi.printCost({ params: { center, id }, body: await questionOf(center, id, need) }), `${name}.pdf`)
    } catch (cause) {
      setError(asApiError(cause))
    } finally {
      setIsBusy(false)
    }
  }
  return { print, isBusy, error, dialogs }
}
