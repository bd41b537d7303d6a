import { Injectable, Logger } from '@nestjs/common'

/** WeChat said no, or did not answer. `errcode` is WeChat's own; null when no answer came in time. */
export class WechatError extends Error {
  override readonly name = 'WechatError'
  constructor(
    readonly errcode: number | null,
    message: string,
  ) {
    super(message)
  }

  /** Repeating later may help: system busy, rate limits, a broken line. */
  get isTemporary(): boolean {
    return this.errcode === null || this.errcode === -1 || this.errcode === 45011 || this.errcode === 45009
  }
}

export interface WechatSettings {
  /** Without a slash at the end. */
  api: string
  appId: string
  secret: string
  timeoutMs?: number
  /** Milliseconds, for the lifetime of the access token. */
  time?: () => number
}

interface Answer {
  errcode?: number
  errmsg?: string
}

export interface SubscribeMessage {
  openId: string
  templateId: string
  /** Opened by a tap on the message, without a leading slash. */
  page: string
  fields: Readonly<Record<string, string>>
}

const staleToken: readonly (number | null)[] = [40001, 40014, 42001]

const busyPauseMs = 200
/** Pixels: 7 cm at 300 dpi. */
const printedWidth = 860
const openingBrace = 0x7b
/** Without what stands behind: a token is nobody's to read. */
const nameOf = (path: string) => path.split('?', 1)[0] ?? path

/** WeChat's HTTP API, as far as this product uses it. The session_key never leaves this class. */
@Injectable()
export class WechatClient {
  private readonly log = new Logger('WeChat')
  private token: { value: string; renewAt: number } | null = null
  private tokenOnItsWay: Promise<string> | null = null

  constructor(private readonly settings: WechatSettings) {}

  /**
   * auth.code2Session: who `wx.login()` was. A code lives 5 minutes and works once.
   * @throws WechatError 40029 invalid code, 40163 code used, 40226 user blocked, 45011 too often, -1 busy
   */
  async codeToSession(code: string): Promise<{ openId: string; unionId: string | null }> {
    const query = new URLSearchParams({ appid: this.settings.appId, secret: this.settings.secret, js_code: code, grant_type: 'authorization_code' })
    const answer = await this.ask<{ openid?: string; unionid?: string }>(`/sns/jscode2session?${query}`)
    if (!answer.openid) throw new WechatError(null, 'code2Session answered without an openid')
    return { openId: answer.openid, unionId: answer.unionid ?? null }
  }

  /**
   * The access token, from one holder: `stable_token` answers every caller of one app with the same
   * token until five minutes before it ends, so processes need not share it; within a process
   * requests that come together share one call.
   */
  async accessToken(): Promise<string> {
    const now = this.now()
    if (this.token && now < this.token.renewAt) return this.token.value
    this.tokenOnItsWay ??= this.fetchToken().finally(() => (this.tokenOnItsWay = null))
    return this.tokenOnItsWay
  }

  /**
   * subscribeMessage.send: one message of a template to somebody who allowed it.
   * @throws WechatError 43101 not allowed (any more), 47003 a field does not fit the template, 40003 unknown openid
   */
  async sendSubscribeMessage(message: SubscribeMessage): Promise<void> {
    const body = {
      touser: message.openId, template_id: message.templateId, page: message.page, miniprogram_state: 'formal', lang: 'zh_CN',
      data: Object.fromEntries(Object.entries(message.fields).map(([name, value]) => [name, { value }])),
    }
    await this.askWithToken('/cgi-bin/message/subscribe/send', body)
  }

  /**
   * getuserphonenumber: the number behind a code of the phone's own button, as digits without the country's.
   * A code lives 5 minutes and works once; each is a charge on the app's quota.
   * @throws WechatError 40029 invalid, used or old code, 1400001 the quota is used up, -1 busy
   */
  async phoneNumber(code: string): Promise<{ digits: string; countryCode: string }> {
    const { phone_info: found } = await this.askWithToken<{ phone_info?: { purePhoneNumber?: string; countryCode?: string } }>('/wxa/business/getuserphonenumber', { code })
    if (!found?.purePhoneNumber || !found.countryCode) throw new WechatError(null, 'getuserphonenumber answered without a number')
    return { digits: found.purePhoneNumber, countryCode: found.countryCode }
  }

  /**
   * wxacode.getUnlimited: the round code of a page of the mini-program, as a picture that is printed. WeChat draws as many as are
   * asked for, 5,000 a minute.
   * @param code.scene up to 32 visible characters; the page gets it as `scene`
   * @throws WechatError 41030 the page is not in the published version, 45009 too often, 40169 the scene is not allowed
   */
  async miniProgramCode({ scene, page }: { scene: string; page: string }): Promise<Uint8Array> {
    const body = { scene, page, check_path: true, env_version: 'release', width: printedWidth }
    return this.withToken((token) => this.askPicture(`/wxa/getwxacodeunlimit?access_token=${token}`, body))
  }

  /** Forgets a token that WeChat refused (40001, 42001); the next call asks for another. */
  forgetToken(refused: string): void {
    if (this.token?.value === refused) this.token = null
  }

  private askWithToken<T>(path: string, body: object): Promise<T> {
    return this.withToken((token) => this.ask<T>(`${path}?access_token=${token}`, body))
  }

  /**
   * A token that WeChat has forgotten (40001, 42001, 40014) is asked for anew, once.
   * @param act gets it ready for an address
   */
  private async withToken<T>(act: (token: string) => Promise<T>): Promise<T> {
    const token = await this.accessToken()
    try {
      return await act(encodeURIComponent(token))
    } catch (error) {
      if (!(error instanceof WechatError) || !staleToken.includes(error.errcode)) throw error
      this.forgetToken(token)
      return act(encodeURIComponent(await this.accessToken()))
    }
  }

  private async fetchToken(): Promise<string> {
    const answer = await this.ask<{ access_token?: string; expires_in?: number }>('/cgi-bin/stable_token', {
      grant_type: 'client_credential', appid: this.settings.appId, secret: this.settings.secret, force_refresh: false,
    })
    if (!answer.access_token || !answer.expires_in) throw new WechatError(null, 'stable_token answered without a token')
    const lifetimeMs = answer.expires_in * 1000
    this.token = { value: answer.access_token, renewAt: this.now() + Math.max(lifetimeMs - 300_000, lifetimeMs / 2) }
    return answer.access_token
  }

  /** One repetition when WeChat is busy (-1), as its documents ask. */
  private async ask<T>(path: string, body?: object): Promise<T> {
    try {
      return await this.askOnce<T>(path, body)
    } catch (error) {
      if (!(error instanceof WechatError) || error.errcode !== -1) throw error
      await new Promise((resume) => setTimeout(resume, busyPauseMs))
      return this.askOnce<T>(path, body)
    }
  }

  private async askOnce<T>(path: string, body?: object): Promise<T> {
    // WeChat sends JSON as text/plain.
    const answer = await this.fetch(path, body, async (response) => JSON.parse(await response.text()) as T & Answer)
    if (answer.errcode) throw this.refused(path, answer)
    return answer
  }

  /** A picture, or JSON that says why there is none. */
  private async askPicture(path: string, body: object): Promise<Uint8Array> {
    const bytes = await this.fetch(path, body, async (response) => new Uint8Array(await response.arrayBuffer()))
    if (bytes[0] !== openingBrace) return bytes
    throw this.refused(path, JSON.parse(Buffer.from(bytes).toString()) as Answer)
  }

  private async fetch<T>(path: string, body: object | undefined, read: (response: Response) => Promise<T>): Promise<T> {
    try {
      const response = await fetch(this.settings.api + path, {
        method: body ? 'POST' : 'GET',
        headers: body ? { 'content-type': 'application/json' } : {},
        body: body ? JSON.stringify(body) : undefined,
        signal: AbortSignal.timeout(this.settings.timeoutMs ?? 5000),
      })
      if (!response.ok) throw new Error(`status ${response.status}`)
      return await read(response)
    } catch (error) {
      this.log.warn(`${nameOf(path)} gave no answer: ${(error as Error).message}`)
      throw new WechatError(null, `${nameOf(path)} gave no answer`)
    }
  }

  private refused(path: string, { errcode = null, errmsg = '' }: { errcode?: number | null; errmsg?: string }): WechatError {
    this.log.warn(`${nameOf(path)} refused: errcode ${errcode}`)
    return new WechatError(errcode, errmsg)
  }

  private now(): number {
    return (this.settings.time ?? Date.now)()
  }
}
