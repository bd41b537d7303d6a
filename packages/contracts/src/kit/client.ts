import { ApiError, toApiError } from './errors.js'
import type { FileReply } from './file.schemas.js'
import type { FileBody, GivenFile, GivenFileType } from './files.js'
import { fillPath, renderQuery, type InputOf, type ReplyOf, type Route, type Routes } from './route.js'

export interface SentRequest {
  method: Route['method']
  /** Absolute or origin-relative, query included. */
  url: string
  headers: Record<string, string>
  body?: object
  /** Instead of `body`: bytes as they are. */
  file?: Uint8Array
  /** A success answers a file: its bytes, not JSON. */
  wantsFile?: boolean
}

/** Carries one request; answers every status, throws only when no answer came. The `body` of a file that was wanted is a `GivenFile`. */
export type Transport = (request: SentRequest) => Promise<{ status: number; body: unknown }>

export interface CallOptions {
  /** Give one to repeat a POST safely; without it every call gets a new one. */
  idempotencyKey?: string
}

export type Client<T extends Routes> = {
  readonly [Name in keyof T]: (input: InputOf<T[Name]>, options?: CallOptions) => Promise<ReplyOf<T[Name]> extends FileReply ? GivenFile : ReplyOf<T[Name]>>
}

export interface ClientSettings {
  /** Ends before the route's path: `/api/v1` or `https://host/api/v1`. */
  base: string
  send: Transport
  /** The session token now, or null. */
  token: () => string | null
  /** A new unique key per POST; the caller chooses the source of randomness. */
  newKey: () => string
  /** Told of every refusal before it is thrown; a 401 here means that the session ended. */
  onError?: (error: ApiError) => void
}

/**
 * A typed client for a group of routes.
 * @throws ApiError for every answer that is not a success, and with status 0 when no answer came.
 */
export function createClient<const T extends Routes>(routes: T, settings: ClientSettings): Client<T> {
  const call = (route: Route) => async (input: { params?: Record<string, string>; query?: object; body?: object }, options: CallOptions = {}) => {
    const token = settings.token()
    const headers: Record<string, string> = {}
    if (token) headers['authorization'] = `Bearer ${token}`
    if (route.method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? settings.newKey()
    const request: SentRequest = { method: route.method, url: settings.base + fillPath(route.path, input.params) + renderQuery(input.query), headers }
    if (route.gives) request.wantsFile = true
    if (route.takes) {
      const { type, bytes } = input.body as FileBody
      headers['content-type'] = type
      request.file = bytes
    } else if (route.method === 'POST' || route.method === 'PATCH') {
      headers['content-type'] = 'application/json'
      request.body = input.body ?? {}
    }
    let error: ApiError
    try {
      const answer = await settings.send(request)
      if (answer.status >= 200 && answer.status < 300) return answer.body
      error = toApiError(answer.status, answer.body)
    } catch (cause) {
      error = cause instanceof ApiError ? cause : toApiError(0, null)
    }
    settings.onError?.(error)
    throw error
  }
  return Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, call(route)])) as unknown as Client<T>
}

/** Transport over `fetch`: the console, tests, the bench. */
export function fetchTransport(fetchImplementation: typeof fetch = (...args) => fetch(...args)): Transport {
  return async (request) => {
    const answer = await fetchImplementation(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.file ? new Blob([new Uint8Array(request.file)]) : request.body === undefined ? undefined : JSON.stringify(request.body),
    })
    if (request.wantsFile && answer.ok) return { status: answer.status, body: await fileOf(answer) }
    const text = await answer.text()
    return { status: answer.status, body: parse(text) }
  }
}

async function fileOf(answer: Response): Promise<GivenFile> {
  return { type: answer.headers.get('content-type') as GivenFileType, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

function parse(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
