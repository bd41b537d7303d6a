import type * as z from 'zod'
import type { Route, Routes, ShapeOf } from './route.js'

type Part<Shape, Name extends 'params' | 'query' | 'body'> = Name extends keyof Shape
  ? { [N in Name]: z.ZodType<unknown, Shape[N]> }
  : unknown

/** The schemas of one route: each part that its shape names, no other, with the same types. */
export type SchemaOf<R extends Route> = Part<ShapeOf<R>, 'params'> & Part<ShapeOf<R>, 'query'> & Part<ShapeOf<R>, 'body'> & {
  reply: z.ZodType<ShapeOf<R>['reply']>
}

export type SchemasFor<T extends Routes> = { [Name in keyof T]: SchemaOf<T[Name]> }

/** The schemas of a route without its types, as the server binds them. */
export interface RouteSchemas {
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  reply: z.ZodType
}
