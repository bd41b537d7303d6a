import { centersRoutes } from '@dangqun/contracts/centers/routes'
import type { CenterCard, CentersPage, CentersQuery, ChangeWorkdays, CreateCenter, UpdateCenter, WorkdaysOfYear } from '@dangqun/contracts/centers/schemas'
import type { ChangeSettings, SettingsAnswer } from '@dangqun/contracts/centers/settings-schemas'
import type { FileType } from '@dangqun/contracts/kit/files'
import { fillPath } from '@dangqun/contracts/kit/route'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiBase, apiClient } from '../platform/client'

const api = apiClient(centersRoutes)

const cardKey = (center: string) => ['centers', center] as const
const settingsKey = (center: string) => ['centers', center, 'settings'] as const

/** The centre's card: buildings, services, opening hours. */
export function useCenterCard(center: string) {
  return useQuery<CenterCard>({ queryKey: cardKey(center), queryFn: () => api.get({ params: { center } }), staleTime: 10 * 60_000 })
}

/** Every centre, for those who work on the whole platform. There are hundreds at most, and none may be left out of their reach. */
export function useCenters({ isWanted }: { isWanted: boolean }) {
  return useQuery<CentersPage['items']>({ queryKey: ['centers'], queryFn: allCenters, enabled: isWanted, staleTime: 10 * 60_000 })
}

async function allCenters(): Promise<CentersPage['items']> {
  const items: CentersPage['items'] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await api.list({ query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) } })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

export function useCentersPage(query: CentersQuery) {
  return useQuery<CentersPage>({ queryKey: ['centers', 'pages', query], queryFn: () => api.list({ query }), placeholderData: keepPreviousData })
}

/** @throws ApiError `centers.slugTaken`, `request.invalid` with fields */
export function useCreateCenter() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (body: CreateCenter) => {
      try {
        return await api.create({ body })
      } catch (error) {
        // After an answer that was lost, the centre is there: the same words mean that it is this one.
        const made = error instanceof ApiError && error.code === 'centers.slugTaken' ? await readCenterCard(body.slug.trim().toLowerCase()).catch(() => null) : null
        if (made && made.name === body.name.trim() && made.address === body.address.trim()) return made
        throw error
      }
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['centers'] }),
  })
}

/** The newest card, past every cache: for the moment when somebody else has changed it. */
export function readCenterCard(center: string): Promise<CenterCard> {
  return api.get({ params: { center } })
}

/** @throws ApiError `request.changedMeanwhile`, `request.invalid` with fields */
export function useUpdateCenter(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: UpdateCenter) => api.update({ params: { center }, body }),
    onSuccess: (card) => queryClient.setQueryData(cardKey(center), card),
  })
}

/** Where the picture of a card is; null without one. */
export function pictureUrl({ slug, pictureId }: Pick<CenterCard, 'slug' | 'pictureId'>): string | null {
  return pictureId === null ? null : apiBase + fillPath(centersRoutes.getFile.path, { center: slug, id: pictureId })
}

/** @throws ApiError `centers.fileWrongType`, `centers.pictureTooLarge`, `request.tooLarge` */
export function useSetPicture(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (file: File | null) =>
      file === null ? api.removePicture({ params: { center } }) : api.setPicture({ params: { center }, body: { type: file.type as FileType, bytes: new Uint8Array(await file.arrayBuffer()) } }),
    onSuccess: (card) => queryClient.setQueryData(cardKey(center), card),
  })
}

export function useSettings(center: string, { isWanted = true } = {}) {
  return useQuery<SettingsAnswer>({ queryKey: settingsKey(center), queryFn: () => api.getSettings({ params: { center } }), enabled: isWanted, staleTime: 10 * 60_000 })
}

export function readSettings(center: string): Promise<SettingsAnswer> {
  return api.getSettings({ params: { center } })
}

/** @throws ApiError `request.changedMeanwhile`, `request.invalid` with fields */
export function useChangeSettings(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeSettings) => api.changeSettings({ params: { center }, body }),
    onSuccess: (answer) => queryClient.setQueryData(settingsKey(center), answer),
  })
}

/** The national holidays and make-up days of a year. */
export function useWorkdays(year: number) {
  return useQuery<WorkdaysOfYear>({ queryKey: ['workdays', year], queryFn: () => api.getWorkdays({ params: { year: String(year) } }), staleTime: 60 * 60_000 })
}

/** Replaces a whole year, for all centres. @throws ApiError `request.invalid` with fields */
export function useChangeWorkdays(year: number) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeWorkdays) => api.changeWorkdays({ params: { year: String(year) }, body }),
    onSuccess: (saved) => {
      queryClient.setQueryData(['workdays', year], saved)
      // What each centre's settings say of missing decrees.
      void queryClient.invalidateQueries({ queryKey: ['centers'] })
    },
  })
}
