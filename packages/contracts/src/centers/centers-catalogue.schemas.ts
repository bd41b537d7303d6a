import * as z from 'zod'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line } from '../kit/text.schemas.js'
import type { centersCatalogueRoutes } from './centers-catalogue.routes.js'
import { centerParams, fileParams as objectParams, building, service } from './centers.schemas.js'
import { centerActions, mostBuildings, mostServices, programmes, serviceTargets } from './centers.vocabulary.js'

/** As its manager sees it: those that are no longer used too. */
export const buildingRow = building.extend({
  /** Offered to no new firm; those that stand in it stay. */
  isRetired: z.boolean(),
  /** Rises with every change; send it back with PATCH. */
  version: z.number().int(),
})
export type BuildingRow = z.infer<typeof buildingRow>

/** In their order, those that are no longer used last. */
export const buildings = z.object({ items: z.array(buildingRow), allowedActions: z.array(z.enum(centerActions)) })
export type Buildings = z.infer<typeof buildings>

export const createBuilding = z.object({ name: line(30), address: line(80, 0) })
export type CreateBuilding = z.input<typeof createBuilding>

export const updateBuilding = createBuilding.partial().extend({ version: z.number().int(), isRetired: z.boolean().optional() })
export type UpdateBuilding = z.input<typeof updateBuilding>

/** All of those in use, each once. */
export const orderBuildings = z.object({ ids: z.array(id).max(mostBuildings) })
export type OrderBuildings = z.input<typeof orderBuildings>

export const serviceRow = service.extend({
  /** On no phone. */
  isHidden: z.boolean(),
  version: z.number().int(),
})
export type ServiceRow = z.infer<typeof serviceRow>

/** By programme, each in its order. */
export const services = z.object({ items: z.array(serviceRow), allowedActions: z.array(z.enum(centerActions)) })
export type Services = z.infer<typeof services>

export const createService = z.object({
  programme: z.enum(programmes),
  name: line(20),
  summary: line(80),
  place: line(40),
  target: z.enum(serviceTargets).nullable(),
})
export type CreateService = z.input<typeof createService>

export const updateService = createService.partial().extend({ version: z.number().int(), isHidden: z.boolean().optional() })
export type UpdateService = z.input<typeof updateService>

/** All of one programme, hidden ones included, each once. */
export const orderServices = z.object({ programme: z.enum(programmes), ids: z.array(id).max(mostServices) })
export type OrderServices = z.input<typeof orderServices>

export const centersCatalogueSchemas = {
  listBuildings: { params: centerParams, reply: buildings },
  createBuilding: { params: centerParams, body: createBuilding, reply: buildings },
  updateBuilding: { params: objectParams, body: updateBuilding, reply: buildings },
  orderBuildings: { params: centerParams, body: orderBuildings, reply: buildings },
  listServices: { params: centerParams, reply: services },
  createService: { params: centerParams, body: createService, reply: services },
  updateService: { params: objectParams, body: updateService, reply: services },
  orderServices: { params: centerParams, body: orderServices, reply: services },
} satisfies SchemasFor<typeof centersCatalogueRoutes>
