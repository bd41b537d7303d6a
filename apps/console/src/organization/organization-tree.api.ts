import { organizationTreeRoutes } from '@dangqun/contracts/organization/tree/routes'
import type { CreateOrganization, Organization, OrganizationTree, UpdateOrganization } from '@dangqun/contracts/organization/tree/schemas'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(organizationTreeRoutes)

export function useTree(center: string) {
  return useQuery<OrganizationTree>({ queryKey: ['organizations', center, 'tree'], queryFn: () => api.readTree({ params: { center } }) })
}

export function useOrganization(center: string, id: string | undefined) {
  return useQuery<Organization>({
    queryKey: ['organizations', center, 'one', id],
    queryFn: () => api.getOrganization({ params: { center, id: id ?? '' } }),
    enabled: id !== undefined,
  })
}

/** One organisation changed, and with it paths, committees and counts of others. */
function useTakeOver(center: string) {
  const queryClient = useQueryClient()
  return (changed: Organization) => {
    queryClient.setQueryData(['organizations', center, 'one', changed.id], changed)
    void queryClient.invalidateQueries({ queryKey: ['organizations', center] })
  }
}

export function useCreateOrganization(center: string) {
  return useMutation({
    mutationFn: (body: CreateOrganization) => sendOnce(`organization.${center}`, body, (idempotencyKey) => api.createOrganization({ params: { center }, body }, { idempotencyKey })),
    onSuccess: useTakeOver(center),
  })
}

export function useUpdateOrganization(center: string, id: string) {
  return useMutation({ mutationFn: (body: UpdateOrganization) => api.updateOrganization({ params: { center, id }, body }), onSuccess: useTakeOver(center) })
}

export function useMoveOrganization(center: string, { id, version }: { id: string; version: number }) {
  return useMutation({
    mutationFn: (reportsTo: string | null) => {
      const body = { reportsTo, version }
      return sendOnce(`move.${id}`, body, (idempotencyKey) => api.moveOrganization({ params: { center, id }, body }, { idempotencyKey }))
    },
    onSuccess: useTakeOver(center),
  })
}

export function useDissolveOrganization(center: string, { id, version }: { id: string; version: number }) {
  return useMutation({
    mutationFn: (reason: string) => {
      const body = { reason, version }
      return sendOnce(`dissolve.${id}`, body, (idempotencyKey) => api.dissolveOrganization({ params: { center, id }, body }, { idempotencyKey }))
    },
    onSuccess: useTakeOver(center),
  })
}
