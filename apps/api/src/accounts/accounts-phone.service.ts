import { Injectable } from '@nestjs/common'
import type { OwnPhone } from '@dangqun/contracts/accounts/schemas'
import type { Caller, DetachedScope } from '../platform/http/scope.js'
import { WechatClient, WechatError } from '../platform/wechat/wechat.client.js'
import { AttemptsService, type AttemptLimit } from './accounts-attempts.service.js'
import { refuseAccounts } from './accounts.errors.js'

/** Each code costs the centre: nobody needs more in a quarter of an hour. */
const phoneLimit: AttemptLimit = { kind: 'phone number', most: 10, pause: '15 minutes' }
/** What WeChat says of a code that is wrong, used or older than 5 minutes. */
const codeErrors: readonly (number | null)[] = [40029, 40163]

/** The number behind WeChat's own button. It fills in a form and is stored with it, by the slice whose form it is. */
@Injectable()
export class PhoneService {
  constructor(
    private readonly wechat: WechatClient,
    private readonly attempts: AttemptsService,
  ) {}

  /** @throws AppError `accounts.phoneCodeRefused`, `accounts.phoneUnavailable` (quota used up, or not allowed to this app), `accounts.phoneForeign`, `accounts.wechatUnavailable`, `accounts.tooManyTries` */
  async read({ caller }: DetachedScope & { caller: Caller }, code: string): Promise<OwnPhone> {
    if (await this.attempts.begin(phoneLimit, caller.accountId)) throw refuseAccounts('accounts.tooManyTries')
    const { digits, countryCode } = await this.wechat.phoneNumber(code).catch((error: unknown) => {
      if (!(error instanceof WechatError)) throw error
      if (error.isTemporary) throw refuseAccounts('accounts.wechatUnavailable')
      throw refuseAccounts(codeErrors.includes(error.errcode) ? 'accounts.phoneCodeRefused' : 'accounts.phoneUnavailable')
    })
    if (countryCode !== '86' || !/^1[3-9]\d{9}$/.test(digits)) throw refuseAccounts('accounts.phoneForeign')
    return { phone: digits }
  }
}
