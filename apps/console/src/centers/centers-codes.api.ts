import { codesRoutes } from '@dangqun/contracts/centers/codes/routes'
import type { Codes, CreateCode, PrintedCode } from '@dangqun/contracts/centers/codes/schemas'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { fillPath } from '@dangqun/contracts/kit/route'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiBase, apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(codesRoutes)
const key = (center: string) => ['centers', center, 'codes'] as const

export function useCodes(center: string) {
  return useQuery<Codes>({ queryKey: key(center), queryFn: () => api.list({ params: { center } }) })
}

export function useCreateCode(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: CreateCode) => sendOnce(`code.${center}`, body, (idempotencyKey) => api.create({ params: { center }, body }, { idempotencyKey })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key(center) }),
  })
}

export function useRetireCode(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (code: string) => api.retire({ params: { center, code }, body: {} }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: key(center) }),
  })
}

/** WeChat's picture of a code: asked for when nobody has yet, then the same for everybody. */
export function useCodePicture(center: string, { code, pictureId }: Pick<PrintedCode, 'code' | 'pictureId'>, isWanted: boolean) {
  return useQuery<string>({
    queryKey: ['centers', center, 'codes', code, 'picture'],
    queryFn: async () => {
      const id = pictureId ?? (await api.makePicture({ params: { center, code }, body: {} })).pictureId
      if (id === null) throw new Error('a picture was made and is not there')
      return apiBase + fillPath(centersRoutes.getFile.path, { center, id })
    },
    enabled: isWanted,
    staleTime: Infinity,
    // WeChat that is too busy is not asked again at once.
    retry: false,
  })
}
