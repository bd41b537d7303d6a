import type { Access } from './access.js'
import type { FileType, GivenFileType } from './files.js'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** The types that travel over one route: what the caller sends, and what comes back. */
export interface RouteShape {
  params?: Record<string, string>
  query?: object
  body?: object
  reply: unknown
}

/** One route as plain data: no schema, no library, so that a phone can carry it for nothing. */
export interface Route<Shape extends RouteShape = RouteShape> {
  readonly method: Method
  /** Below `/api/v1`, with `{name}` for parameters: `/centers/{center}/activities`. */
  readonly path: string
  readonly access: Access
  /** Status of success. */
  readonly status: number
  /** Another status of success with the same reply, such as 200 for "was already there". */
  readonly alternateStatus?: number
  /** One line for the API's documentation. */
  readonly summary: string
  /** The body is a file of one of these types (`FileBody`), not JSON. */
  readonly takes?: readonly FileType[]
  /** The answer is a file (`FileReply`), not JSON. A POST that gives one does no harm when repeated, so it keeps no reply under its key. */
  readonly gives?: readonly GivenFileType[]
  /**
   * The reply is not stored under the caller's key, because it holds what must not lie in a table in plain text: an ID
   * number, a signed code. A repetition is handled anew, so the route does no harm, or writes its fact again, each time.
   */
  readonly keepsNoReply?: boolean
  /** Never set: carries the types. */
  readonly shape?: Shape
}

export type ShapeOf<R extends Route> = NonNullable<R['shape']>
export type ReplyOf<R extends Route> = ShapeOf<R>['reply']

/** What a caller must hand over: exactly the parts that the shape names. */
export type InputOf<R extends Route> = Omit<ShapeOf<R>, 'reply'>

export type Routes = Record<string, Route>

/** Declares one route; `access` is required, so a route without a rule does not compile. */
export function route<Shape extends RouteShape>(definition: Omit<Route<Shape>, 'shape'>): Route<Shape> {
  return definition
}

/**
 * Fills `{name}` parameters, each percent-encoded.
 * @throws Error when a parameter is missing, because a path with a hole would reach another route.
 */
export function fillPath(path: string, params: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`path parameter "${name}" is missing in ${path}`)
    return encodeURIComponent(value)
  })
}

/** Renders a query: undefined and null are left out, arrays repeat their name. */
export function renderQuery(query: object = {}): string {
  const parts: string[] = []
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(item))}`)
    }
  }
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
