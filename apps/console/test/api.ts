import type { GivenFile } from '@dangqun/contracts/kit/files'

/** A stand-in for the API behind `fetch`: a test says what is answered, and looks at what was asked. */
export interface Asked {
  method: string
  /** Below `/api/v1`. */
  path: string
  query: Record<string, string>
  body: unknown
  headers: Record<string, string>
}
export interface Answer {
  status: number
  body: unknown
  /** Instead of the body. */
  file?: GivenFile
}

export const asked: Asked[] = []
let answer: (request: Asked) => Answer | Promise<Answer>

export const ok = (body: unknown, status = 200): Answer => ({ status, body })
export const fileOf = (file: GivenFile): Answer => ({ status: 200, body: null, file })
export const refused = (status: number, code: string, message: string, details?: unknown): Answer => ({ status, body: { error: { code, message, details } } })

/** Answers every request from here on; throw to lose one. */
export function answerWith(next: (request: Asked) => Answer | Promise<Answer>): void {
  answer = next
}

export function resetApi(): void {
  asked.length = 0
  answerWith(() => refused(404, 'request.notFound', '没有这个地址'))
}

globalThis.fetch = async (input, init) => {
  const url = new URL(String(input), 'http://console.test')
  const request: Asked = {
    method: init?.method ?? 'GET',
    path: url.pathname.replace('/api/v1', ''),
    query: Object.fromEntries(url.searchParams),
    body: init?.body instanceof Blob ? init.body : init?.body ? JSON.parse(String(init.body)) : undefined,
    headers: init?.headers as Record<string, string>,
  }
  asked.push(request)
  const { status, body, file } = await answer(request)
  if (file) return { status, ok: true, headers: new Headers({ 'content-type': file.type }), arrayBuffer: () => Promise.resolve(file.bytes.buffer) } as unknown as Response
  return { status, ok: status < 400, text: () => Promise.resolve(JSON.stringify(body)) } as Response
}
