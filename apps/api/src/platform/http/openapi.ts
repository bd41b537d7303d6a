import type { Route } from '@dangqun/contracts/kit/route'
import type { RouteSchemas } from '@dangqun/contracts/kit/schemas'
import * as z from 'zod'

export type ContractTable = Record<string, { routes: Record<string, Route>; schemas: Record<string, RouteSchemas> }>

type Json = Record<string, unknown>

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string', description: '中文，说明该怎么办' }, details: {} },
    },
  },
}

/** OpenAPI 3.1 of every route of the contract; `x-access` is its access rule. */
export function openApiDocument(contracts: ContractTable, base: string): Json {
  const paths: Record<string, Json> = {}
  for (const [slice, { routes, schemas }] of Object.entries(contracts)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = base + route.path
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(slice, name, route, schemas[name]) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: '党群服务中心 API', version: '1', description: '金额以分为单位；时间为 ISO 8601；列表用 nextCursor 翻页；POST 可带 Idempotency-Key。' },
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema },
    },
  }
}

function operation(slice: string, name: string, route: Route, schemas: RouteSchemas | undefined): Json {
  if (!schemas) throw new Error(`route ${slice}.${name} has no schemas`)
  const parameters = [...parametersOf(schemas.params, 'path'), ...parametersOf(schemas.query, 'query')]
  if (route.method === 'POST' && route.path.startsWith('/centers/') && route.access !== 'public') {
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 100 } })
  }
  const success = { description: '成功', content: route.gives ? filesIn(route.gives) : { 'application/json': { schema: jsonSchema(schemas.reply, 'output') } } }
  const requestBody = route.takes ? { content: filesIn(route.takes) } : schemas.body ? { content: { 'application/json': { schema: jsonSchema(schemas.body, 'input') } } } : null
  return {
    operationId: `${slice}.${name}`,
    tags: [slice],
    summary: route.summary,
    'x-access': route.access,
    ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      [route.status]: success,
      ...(route.alternateStatus ? { [route.alternateStatus]: success } : {}),
      default: { description: '错误', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  }
}

function filesIn(types: readonly string[]): Json {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, each]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: each }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}
