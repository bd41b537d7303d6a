import { useRef, useState } from 'react'
import type { Demand, UpdateDemand } from '@dangqun/contracts/financing/demands/schemas'
import type { Need } from '@dangqun/contracts/financing/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { now, wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { persist } from '@/platform/persist.rules'
import { useDraft, type Draft } from '@/platform/use-draft'
import { asApiError } from '@/platform/use-loaded'
import { today } from '@/ui/dates.rules'
import { demandsApi } from './financing-demands.api'
import { checkDemand, errorsOf, toDemandInput, type DemandErrors, type DemandValues } from './financing-demand-form.rules'
import { needDraft, type HandedOver, type Wish } from './financing-hand-over.store'

export interface DemandForm {
  draft: Draft<DemandValues>
  /** null: it is not known what is needed. */
  need: Need | null
  wishes: readonly Wish[]
  changeNeed: (need: Need) => void
  dropWish: (id: string) => void
  errors: DemandErrors
  failure: ApiError | null
  isSending: boolean
  /** @returns the demand's id once it is submitted; null with errors or `failure` set, everything typed still there */
  submit: () => Promise<string | null>
}

/**
 * The form of one demand of a firm: on the phone with every keystroke, on the server with the submission. What the
 * server has already is changed there rather than made again, and every try of one step carries the same key.
 * @param opened a draft that the server has; null: a new one
 */
export function useDemandForm(center: string, firmId: string, opened: Demand | null, first: DemandValues): DemandForm {
  const draft = useDraft<DemandValues>(`demand ${opened?.id ?? center}`, first)
  const kept = useDraft<HandedOver>(needDraft(center, opened?.id ?? null), { need: opened?.need ?? null, wishes: opened?.wishes.map((id) => ({ id, name: '' })) ?? [] })
  const [errors, setErrors] = useState<DemandErrors>({})
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSending, setSending] = useState(false)
  const saved = useRef<Pick<Demand, 'id' | 'version'> | null>(opened)
  const keys = useRef<Record<string, string>>({})
  const { need, wishes } = kept.values

  /** One key for one body: another body is another act. */
  const keyOf = (act: string) => (keys.current[act] ??= newKey())

  const save = async (body: UpdateDemand): Promise<Pick<Demand, 'id' | 'version'>> => {
    const before = saved.current
    if (before === null) return persist(() => demandsApi.create({ params: { center }, body: { ...body, firmId } }, { idempotencyKey: keyOf(`create ${JSON.stringify(body)}`) }), { wait })
    return persist(() => demandsApi.update({ params: { center, id: before.id }, body: { ...body, version: before.version } }), { wait })
  }

  const submit = async (): Promise<string | null> => {
    if (need === null) return null
    const wrong = checkDemand(draft.values, today(now()))
    setErrors(wrong)
    setFailure(null)
    if (Object.keys(wrong).length > 0) return null
    setSending(true)
    try {
      const demand = await save(toDemandInput(need, draft.values, wishes.map(({ id }) => id)))
      saved.current = demand
      await persist(() => demandsApi.act({ params: { center, id: demand.id, action: 'submit' }, body: { version: demand.version } }, { idempotencyKey: keyOf(`submit ${demand.id} ${demand.version}`) }), { wait })
      draft.clear()
      kept.clear()
      return demand.id
    } catch (error) {
      const refusal = asApiError(error)
      const named = errorsOf(refusal.fields)
      setErrors(named)
      setFailure(Object.keys(named).length > 0 ? null : refusal)
      if (refusal.code === 'request.changedMeanwhile') await readAgain()
      return null
    } finally {
      setSending(false)
    }
  }
  /** So that the next try is based on what the server has now. */
  const readAgain = async () => {
    const id = saved.current?.id
    if (id !== undefined) saved.current = await demandsApi.get({ params: { center, id } }).catch(() => saved.current)
  }

  return {
    draft, need, wishes, errors, failure, isSending, submit,
    changeNeed: (next) => kept.change({ need: next }),
    dropWish: (id) => kept.change({ wishes: wishes.filter((wish) => wish.id !== id) }),
  }
}
