import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StandInSettings {
  appId: string
  secret: string
}

export type PlannedAnswer = { errcode: number } | { status: number } | { waitMs: number }

export interface AcceptedMessage {
  touser: string
  template_id: string
  page: string
  data: Record<string, { value: string }>
}

export interface AskedCode {
  scene: string
  page: string
  check_path: boolean
  env_version: string
  width: number
}

const phonePath = '/wxa/business/getuserphonenumber'
const phoneCodeMs = 5 * 60_000
const codePath = '/wxa/getwxacodeunlimit'
/** One white point: nobody scans what the stand-in draws. */
const somePicture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==', 'base64')
const sendPath = '/cgi-bin/message/subscribe/send'
const keptMessages = 100
/** As WeChat documents them. */
const fieldLimits: Readonly<Record<string, number>> = { thing: 20, phrase: 5, character_string: 32, name: 10 }

/**
 * A local server that answers as WeChat's HTTP API does, for `WECHAT_MODE=sandbox` and tests.
 *
 * Codes of `jscode2session`: `sandbox:NAME` is NAME, always; `sandbox-once:NAME` works once, then 40163;
 * `sandbox-error:ERRCODE` answers that error; `sandbox-busy:NAME` is busy (-1) the first time;
 * `sandbox-slow:MS:NAME` answers after MS milliseconds; anything else is 40029.
 *
 * Codes of `getuserphonenumber`: `sandbox-phone:NUMBER:ISSUED:ANY` works once within 5 minutes of ISSUED (milliseconds), then
 * 40029; NUMBER may begin with a country as `852-`; `sandbox-phone-error:ERRCODE:ANY` answers that error once.
 */
export class WechatStandIn {
  private readonly server: Server = createServer((request, response) => void this.answer(request, response))
  private readonly used = new Set<string>()
  private token: { value: string; endsAt: number } | null = null
  private readonly planned: PlannedAnswer[] = []
  /** The last subscribe messages that were accepted. */
  readonly messages: AcceptedMessage[] = []
  private readonly plannedCodes: { errcode: number }[] = []
  /** The last code that was asked for. */
  lastCode: AskedCode | null = null
  /** How many requests each path got. */
  readonly calls = new Map<string, number>()

  constructor(
    private readonly settings: StandInSettings,
    private readonly time: () => number = Date.now,
  ) {}

  /** @returns the base address, on the loopback interface. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => this.server.once('error', reject).listen(port, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    this.calls.set(url.pathname, (this.calls.get(url.pathname) ?? 0) + 1)
    const send = (body: object, status = 200) => response.writeHead(status, { 'content-type': 'text/plain' }).end(JSON.stringify(body))
    try {
      if (url.pathname === '/sns/jscode2session') return void send(await this.codeToSession(url.searchParams))
      if (url.pathname === '/cgi-bin/stable_token') return void send(this.stableToken(JSON.parse(await text(request)) as Record<string, unknown>))
      if (url.pathname === phonePath) return void send(this.phoneNumber(url.searchParams.get('access_token'), JSON.parse(await text(request)) as Record<string, unknown>))
      if (url.pathname === sendPath) return void (await this.subscribeMessage(url.searchParams.get('access_token'), JSON.parse(await text(request)) as AcceptedMessage, send))
      if (url.pathname === codePath) return void this.drawCode(url.searchParams.get('access_token'), JSON.parse(await text(request)) as AskedCode, send, response)
      send({ errcode: 40066, errmsg: 'invalid url' }, 404)
    } catch {
      send({ errcode: 47001, errmsg: 'data format error' })
    }
  }

  private async codeToSession(query: URLSearchParams): Promise<object> {
    const refused = this.refuseApp(query.get('appid'), query.get('secret'))
    if (refused) return refused
    const code = query.get('js_code') ?? ''
    const [kind, ...rest] = code.split(':')
    const invalid = { errcode: 40029, errmsg: 'invalid code' }
    let name = rest.join(':')
    if (kind === 'sandbox-error') return { errcode: Number(name), errmsg: 'as asked' }
    if (kind === 'sandbox-slow') {
      const [wait, ...slowName] = rest
      await new Promise((resume) => setTimeout(resume, Number(wait)))
      name = slowName.join(':')
    } else if (kind === 'sandbox-once' && this.used.has(code)) return { errcode: 40163, errmsg: 'code been used' }
    else if (kind === 'sandbox-busy' && !this.used.has(code)) {
      this.used.add(code)
      return { errcode: -1, errmsg: 'system error' }
    } else if (!['sandbox', 'sandbox-once', 'sandbox-busy'].includes(kind ?? '')) return invalid
    if (name === '') return invalid
    this.used.add(code)
    return { openid: standInOpenId(this.settings.appId, name), session_key: randomBytes(16).toString('base64') }
  }

  /** The next subscribe messages are answered so, in this order; then as their content deserves. */
  planAnswers(...answers: PlannedAnswer[]): void {
    this.planned.push(...answers)
  }

  /** The next codes are refused so, in this order. */
  planCodes(...answers: { errcode: number }[]): void {
    this.plannedCodes.push(...answers)
  }

  private drawCode(token: string | null, asked: AskedCode, send: (body: object) => void, response: ServerResponse): void {
    const errcode = this.plannedCodes.shift()?.errcode || this.refuseToken(token) || (/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(asked.scene) ? 0 : 40169) || (asked.page.startsWith('/') ? 41030 : 0)
    if (errcode !== 0) return send({ errcode, errmsg: 'refused' })
    this.lastCode = asked
    response.writeHead(200, { 'content-type': 'image/png' }).end(somePicture)
  }

  /** From now on the token that was given out is unknown, as after somebody else has renewed it. */
  dropToken(): void {
    this.token = null
  }

  private async subscribeMessage(token: string | null, message: AcceptedMessage, send: (body: object, status?: number) => void): Promise<void> {
    const next = this.planned.shift()
    if (next && 'status' in next) return send({}, next.status)
    if (next && 'waitMs' in next) await new Promise((resume) => setTimeout(resume, next.waitMs).unref())
    if (next && 'errcode' in next) return send({ errcode: next.errcode, errmsg: 'as planned' })
    const errcode = this.refuseMessage(token, message)
    if (errcode !== 0) return send({ errcode, errmsg: 'refused' })
    this.messages.push(message)
    if (this.messages.length > keptMessages) this.messages.shift()
    send({ errcode: 0, errmsg: 'ok' })
  }

  private refuseMessage(token: string | null, { touser, template_id: templateId, data }: AcceptedMessage): number {
    const stale = this.refuseToken(token)
    if (stale !== 0) return stale
    if (!/^o[\w-]{27}$/.test(touser)) return 40003
    if (!templateId) return 40037
    const fits = (name: string, value: string) => value !== '' && value.length <= (fieldLimits[name.replace(/\d+$/, '')] ?? 20)
    return Object.entries(data).every(([name, field]) => fits(name, field.value)) ? 0 : 47003
  }

  private phoneNumber(token: string | null, { code }: Record<string, unknown>): object {
    const refused = this.refuseToken(token)
    if (refused !== 0) return { errcode: refused, errmsg: 'refused' }
    const [kind, what = '', issued] = String(code).split(':')
    const invalid = { errcode: 40029, errmsg: 'invalid code' }
    if (this.used.has(String(code))) return invalid
    if (kind === 'sandbox-phone-error') {
      this.used.add(String(code))
      return { errcode: Number(what), errmsg: 'as asked' }
    }
    const [, country = '86', digits] = /^(?:(\d{1,4})-)?(\d{6,15})$/.exec(what) ?? []
    if (kind !== 'sandbox-phone' || digits === undefined || !(this.time() - Number(issued) < phoneCodeMs)) return invalid
    this.used.add(String(code))
    return { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: country === '86' ? digits : `+${country}${digits}`, purePhoneNumber: digits, countryCode: country } }
  }

  private refuseToken(token: string | null): number {
    if (!this.token || token !== this.token.value) return 40001
    return this.time() >= this.token.endsAt ? 42001 : 0
  }

  private stableToken(body: Record<string, unknown>): object {
    const refused = this.refuseApp(body['appid'], body['secret'])
    if (refused) return refused
    const now = this.time()
    if (!this.token || body['force_refresh'] === true || now >= this.token.endsAt - 300_000) {
      this.token = { value: randomBytes(32).toString('base64url'), endsAt: now + 7_200_000 }
    }
    return { access_token: this.token.value, expires_in: Math.floor((this.token.endsAt - now) / 1000) }
  }

  private refuseApp(appId: unknown, secret: unknown): object | null {
    if (appId !== this.settings.appId) return { errcode: 40013, errmsg: 'invalid appid' }
    if (secret !== this.settings.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
    return null
  }
}

/** The openid under which the stand-in knows NAME. */
export function standInOpenId(appId: string, name: string): string {
  return `o${createHash('sha256').update(`${appId}\n${name}`).digest('base64url').slice(0, 27)}`
}

async function text(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
