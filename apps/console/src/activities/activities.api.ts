import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import type { ActivitiesPage, ActivitiesQuery, Activity, CreateActivity, Series, SignUp, SignUpsPage, SignUpsQuery, UpdateActivity } from '@dangqun/contracts/activities/schemas'
import type { ActivityAction } from '@dangqun/contracts/activities/vocabulary'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { readEveryPage } from '../platform/every-page'
import { sendOnce } from '../platform/intents'

const api = apiClient(activitiesRoutes)

/** How often an open activity is read again, ms. The query client pauses it while the tab is hidden. */
const liveMs = 2500

export const activityKey = (center: string, id: string) => ['activities', center, 'one', id] as const

export function useActivities(center: string, query: ActivitiesQuery, { isWanted = true } = {}) {
  return useQuery<ActivitiesPage>({
    queryKey: ['activities', center, 'list', query],
    queryFn: () => api.list({ params: { center }, query }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  })
}

/** All that fit, to choose among them. */
export function useEveryActivity(center: string, query: Pick<ActivitiesQuery, 'when' | 'state'>) {
  return useQuery({
    queryKey: ['activities', center, 'every', query],
    queryFn: () => readEveryPage((cursor) => api.list({ params: { center }, query: { ...query, limit: 50, ...(cursor === undefined ? {} : { cursor }) } })),
  })
}

/** One activity; `live` keeps its counts current. */
export function useActivity(center: string, id: string | undefined, { live = false } = {}) {
  return useQuery<Activity>({
    queryKey: activityKey(center, id ?? ''),
    queryFn: () => api.get({ params: { center, id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: live ? liveMs : false,
  })
}

/** The newest state, past every cache: for the moment when somebody else has changed it. */
export function readActivity(center: string, id: string): Promise<Activity> {
  return api.get({ params: { center, id } })
}

export function useSignUps(center: string, id: string, query: SignUpsQuery) {
  return useQuery<SignUpsPage>({
    queryKey: ['activities', center, 'sign-ups', id, query],
    queryFn: () => api.listSignUps({ params: { center, id }, query }),
    placeholderData: keepPreviousData,
    refetchInterval: liveMs,
  })
}

/** For somebody at the desk. */
export function useSignUpOnBehalf(center: string, personId: string) {
  const queryClient = useQueryClient()
  return useMutation<SignUp, Error, string>({
    mutationFn: (activityId) => sendOnce(`behalf.${activityId}.${personId}`, { personId }, (idempotencyKey) => api.signUpOnBehalf({ params: { center, id: activityId }, body: { personId } }, { idempotencyKey })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['activities', center] }),
  })
}

/** Walks from `cursor` to the last page. Answers its cursor and those of all pages passed. */
export async function findLastPage(center: string, id: string, query: SignUpsQuery, trail: string[]): Promise<{ cursor: string; trail: string[] }> {
  const passed = [...trail]
  let cursor = query.cursor ?? ''
  for (;;) {
    const { nextCursor } = await api.listSignUps({ params: { center, id }, query: { ...query, cursor: cursor || undefined } })
    if (nextCursor === null) return { cursor, trail: passed }
    passed.push(cursor)
    cursor = nextCursor
  }
}

/** Puts a changed activity where every page will see it. */
function useTakeOver(center: string) {
  const queryClient = useQueryClient()
  return async (activity: Activity) => {
    // A reading that set out before the change would bring the old state back.
    await queryClient.cancelQueries({ queryKey: activityKey(center, activity.id) })
    queryClient.setQueryData(activityKey(center, activity.id), activity)
    void queryClient.invalidateQueries({ queryKey: ['activities', center, 'list'] })
    void queryClient.invalidateQueries({ queryKey: ['activities', center, 'sign-ups', activity.id] })
  }
}

export function useCreateActivity(center: string) {
  return useMutation({
    mutationFn: (body: CreateActivity) => sendOnce(`create.${center}`, body, (idempotencyKey) => api.create({ params: { center }, body }, { idempotencyKey })),
    onSuccess: useTakeOver(center),
  })
}

/** @throws ApiError `request.changedMeanwhile`, `activities.capacityBelowTaken`, `request.invalid` with fields */
export function useUpdateActivity(center: string, id: string) {
  return useMutation({
    mutationFn: (body: UpdateActivity) => api.update({ params: { center, id }, body }),
    onSuccess: useTakeOver(center),
  })
}

/** A copy, a series every week, and all of a series at once. */
export function useSeries(center: string, id: string) {
  const queryClient = useQueryClient()
  const params = { center, id }
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['activities', center] })
  return {
    copy: useMutation({ mutationFn: (): Promise<Activity> => sendOnce(`copy.${id}`, {}, (idempotencyKey) => api.copy({ params, body: {} }, { idempotencyKey })), onSuccess }),
    repeat: useMutation({ mutationFn: (weeks: number): Promise<Series> => sendOnce(`repeat.${id}`, { weeks }, (idempotencyKey) => api.repeat({ params, body: { weeks } }, { idempotencyKey })), onSuccess }),
    publish: useMutation({ mutationFn: (): Promise<Series> => sendOnce(`publish-series.${id}`, {}, (idempotencyKey) => api.publishSeries({ params, body: {} }, { idempotencyKey })), onSuccess }),
  }
}

interface ActivityCommand {
  action: ActivityAction
  /** With `cancel` only: what those who signed up read. */
  reason?: string
}

export function useActivityAction(center: string, id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ action, reason }: ActivityCommand): Promise<Activity> => {
      const params = { center, id }
      const body = action === 'cancel' && reason ? { reason } : {}
      return sendOnce(`${action}.${id}`, body, (idempotencyKey) => api[action]({ params, body }, { idempotencyKey }))
    },
    onSuccess: useTakeOver(center),
    // A refusal means that what is shown is out of date.
    onError: () => queryClient.invalidateQueries({ queryKey: activityKey(center, id) }),
  })
}
