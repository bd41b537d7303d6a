import { bindingsRoutes } from '@dangqun/contracts/organization/bindings/routes'
import type { CorrectBirthDate, CreatePerson, PersonHoldings, PersonRow, PersonsPage, PersonsQuery } from '@dangqun/contracts/organization/bindings/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(bindingsRoutes)

/** @param enabled false: nothing is asked yet */
export function usePersons(center: string, query: PersonsQuery, enabled: boolean) {
  return useQuery<PersonsPage>({ queryKey: ['persons', center, 'list', query], queryFn: () => api.listPersons({ params: { center }, query }), placeholderData: keepPreviousData, enabled })
}

export function useHoldings(center: string, id: string) {
  return useQuery<PersonHoldings>({ queryKey: ['persons', center, 'holdings', id], queryFn: () => api.readHoldings({ params: { center, id } }) })
}

function useReadAnew(center: string) {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries({ queryKey: ['persons', center] })
    void queryClient.invalidateQueries({ queryKey: ['members', center] })
  }
}

export function useCreatePerson(center: string) {
  return useMutation<PersonRow, Error, CreatePerson>({
    mutationFn: (body) => sendOnce(`person.${center}`, body, (idempotencyKey) => api.createPerson({ params: { center }, body }, { idempotencyKey })),
    onSuccess: useReadAnew(center),
  })
}

/** `id` goes into `into`, with everything that it holds. */
export function useMergePerson(center: string, id: string) {
  return useMutation<PersonRow, Error, { into: string; evidence: string }>({
    mutationFn: (body) => sendOnce(`merge.${id}`, body, (idempotencyKey) => api.mergePerson({ params: { center, id }, body }, { idempotencyKey })),
    onSuccess: useReadAnew(center),
  })
}

/** @throws ApiError `request.notFound`, `organization.birthDateWrong` */
export function useCorrectBirthDate(center: string, id: string) {
  return useMutation<PersonRow, Error, CorrectBirthDate>({
    mutationFn: (body) => sendOnce(`birth-date.${id}`, body, (idempotencyKey) => api.correctBirthDate({ params: { center, id }, body }, { idempotencyKey })),
  })
}
