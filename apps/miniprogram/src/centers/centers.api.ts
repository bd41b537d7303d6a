import { centersRoutes } from '@dangqun/contracts/centers/routes'
import type { CenterCard } from '@dangqun/contracts/centers/schemas'
import { createClient } from '@dangqun/contracts/kit/client'
import { fillPath } from '@dangqun/contracts/kit/route'
import { clientSettings } from '@/platform/request'
import { useLoaded, type Loaded } from '@/platform/use-loaded'

export const centersApi = createClient(centersRoutes, clientSettings)

/** A centre's card; nothing while no centre is chosen. */
export function useCenter(slug: string | null): Loaded<CenterCard> {
  return useLoaded(slug, () => centersApi.get({ params: { center: slug ?? '' } }), { keptAs: `center ${slug ?? ''}` })
}

/** Where the picture of a card is; null without one. */
export function pictureUrl({ slug, pictureId }: Pick<CenterCard, 'slug' | 'pictureId'>): string | null {
  return pictureId === null ? null : clientSettings.base + fillPath(centersRoutes.getFile.path, { center: slug, id: pictureId })
}
