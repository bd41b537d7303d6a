import 'reflect-metadata'
import { applyDecorators, createParamDecorator, Delete, Get, HttpCode, Patch, Post, SerializeOptions, SetMetadata, type ExecutionContext } from '@nestjs/common'
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal'
import { RouteConfig } from '@nestjs/platform-fastify'
import type { Route } from '@dangqun/contracts/kit/route'
import type { RouteSchemas, SchemaOf } from '@dangqun/contracts/kit/schemas'
import type * as z from 'zod'
import type { ContractRequest } from './contract-request.js'

export const CONTRACT = 'dangqun:contract'

export interface BoundContract {
  readonly route: Route
  readonly schemas: RouteSchemas
  /** The handler brings its own transaction: see DetachedScope. */
  readonly detached: boolean
}

/** What a handler receives of a part of the request: the schema's output. */
export type Parsed<S, Part extends 'params' | 'query' | 'body'> = S extends Record<Part, infer Schema> ? (Schema extends z.ZodType ? z.output<Schema> : never) : never

const verbs = { GET: Get, POST: Post, PATCH: Patch, DELETE: Delete }
const parts = [
  [RouteParamtypes.BODY, 'body'],
  [RouteParamtypes.QUERY, 'query'],
  [RouteParamtypes.PARAM, 'params'],
] as const

/**
 * Binds a handler to one route of the contract: verb, path, status, access, and the schemas that
 * Nest's own validation pipe (`@Param()`, `@Query()`, `@Body()`) and serializer check both ways.
 */
export function Implements<R extends Route>(route: R, schemas: SchemaOf<R>, options: { detached?: boolean } = {}): MethodDecorator {
  const bound: BoundContract = { route, schemas, detached: options.detached ?? false }
  return applyDecorators(
    verbs[route.method](route.path.replace(/\{(\w+)\}/g, ':$1')),
    HttpCode(route.status),
    SerializeOptions({ schema: bound.schemas.reply }),
    SetMetadata(CONTRACT, bound),
    ...(route.takes ? [RouteConfig({ takes: route.takes })] : []),
    bindSchemas(bound.schemas),
  )
}

function bindSchemas(schemas: RouteSchemas): MethodDecorator {
  return (target, handler) => {
    const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, handler) ?? {}) as Record<string, { schema?: unknown }>
    for (const [type, part] of parts) {
      for (const [key, argument] of Object.entries(args)) {
        if (!key.startsWith(`${type}:`)) continue
        if (!schemas[part]) throw new Error(`${target.constructor.name}.${String(handler)} takes a ${part} that its contract does not have`)
        argument.schema = schemas[part]
      }
    }
  }
}

/** The request's scope: see scope.ts for the kinds; the access rule of the route decides which one it is. */
export const InScope = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ContractRequest>().scope)
