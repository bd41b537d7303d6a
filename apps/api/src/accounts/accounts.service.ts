import { Injectable } from '@nestjs/common'
import type { Consent, Me, Session } from '@dangqun/contracts/accounts/schemas'
import { verify } from '@node-rs/argon2'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { shanghaiIso } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import type { DetachedScope, SignedInScope } from '../platform/http/scope.js'
import { WechatClient, WechatError } from '../platform/wechat/wechat.client.js'
import { AttemptsService, loginLimit } from './accounts-attempts.service.js'
import { ConsentsService } from './accounts-consents.service.js'
import { deviceName } from './accounts-second-factor.rules.js'
import { SecondFactorService } from './accounts-second-factor.service.js'
import { hashToken, newToken, sessionLifetimeMs } from './accounts-session.service.js'
import { refuseAccounts } from './accounts.errors.js'
import * as queries from './accounts.queries.js'

@Injectable()
export class AccountsService {
  constructor(
    private readonly wechat: WechatClient,
    private readonly units: Units,
    private readonly attempts: AttemptsService,
    private readonly secondFactor: SecondFactorService,
    private readonly consents: ConsentsService,
  ) {}

  /** @throws AppError `accounts.wechatRefused`, `accounts.wechatUnavailable`, `accounts.disabled` */
  async loginByWechat(scope: DetachedScope, code: string): Promise<Session> {
    const openId = await this.openIdOf(code)
    return this.units.run(async (manager) => {
      const known = await queries.findIdentity(manager, 'wechat', openId)
      if (known?.isDisabled) throw refuseAccounts('accounts.disabled')
      const accountId = known?.accountId ?? (await queries.addAccount(manager, uuidv7(), 'wechat', openId, scope.now))
      return this.openSession(manager, scope, accountId, 'phone')
    })
  }

  /**
   * Tries are counted by name before the password is looked at, so that a lock is exact and says nothing of whether the name exists.
   * @throws AppError `accounts.locked`, `accounts.totpNeeded`, `accounts.wrongTotp`, `accounts.disabled`; `accounts.wrongPassword`, after the same work whether or not the name exists
   */
  async loginToConsole(scope: DetachedScope, given: { username: string; password: string; totp?: string | undefined }): Promise<Session> {
    const username = given.username.toLowerCase()
    if (await this.attempts.begin(loginLimit, username)) throw refuseAccounts('accounts.locked')
    const known = await this.units.run((manager) => queries.findIdentity(manager, 'password', username))
    const right = await verify(known?.secret ?? nobodysPassword, given.password)
    if (!known?.secret || !right) throw refuseAccounts('accounts.wrongPassword')
    if (known.isDisabled) throw refuseAccounts('accounts.disabled')
    const session = await this.units.run(async (manager) => {
      await this.secondFactor.check(manager, known.accountId, given.totp, scope.now)
      return this.openSession(manager, scope, known.accountId, 'console')
    })
    await this.attempts.succeed(loginLimit, username)
    return session
  }

  async logout(scope: SignedInScope): Promise<null> {
    await queries.endSession(scope.manager, scope.caller.tokenHash, scope.now)
    return null
  }

  async me({ manager, caller }: SignedInScope): Promise<Me> {
    const centers = await queries.centersById(manager, caller.grants.flatMap(({ centerId }) => centerId ?? []))
    return {
      account: await this.account(manager, caller.accountId),
      grants: caller.grants.map(({ role, centerId, scope, permissions }) => ({ role, scope, center: centerId === null ? null : (centers.get(centerId) ?? null), permissions: [...permissions] })),
      consents: (await queries.listConsents(manager, caller.accountId)).map(toConsent),
      secondFactor: caller.secondFactor,
    }
  }

  giveConsent(scope: SignedInScope, given: { purpose: 'privacy'; version: string }): Promise<Consent> {
    return this.consents.record(scope, given.purpose, given.version)
  }

  private async openIdOf(code: string): Promise<string> {
    try {
      return (await this.wechat.codeToSession(code)).openId
    } catch (error) {
      if (error instanceof WechatError) throw refuseAccounts(error.isTemporary ? 'accounts.wechatUnavailable' : 'accounts.wechatRefused')
      throw error
    }
  }

  /** A new session, in the caller's transaction; the one that this browser or phone came with ends. */
  async openSession(manager: EntityManager, { now, caller, agent }: Pick<DetachedScope, 'now' | 'caller' | 'agent'>, accountId: string, channel: 'phone' | 'console'): Promise<Session> {
    const token = newToken()
    const expiresAt = new Date(now.getTime() + sessionLifetimeMs[channel])
    if (caller?.channel === channel) await queries.endSession(manager, caller.tokenHash, now)
    await queries.openSession(manager, hashToken(token), accountId, channel, deviceName(agent), now, expiresAt)
    return { token, expiresAt: shanghaiIso(expiresAt), account: await this.account(manager, accountId) }
  }

  private async account(manager: EntityManager, accountId: string): Promise<Me['account']> {
    const row = await queries.readAccount(manager, accountId)
    if (!row) throw new Error('a session without its account')
    return { id: row.id, createdAt: shanghaiIso(row.created_at) }
  }
}

// The hash of a password that nobody has: an unknown name costs as long as a wrong password.
const nobodysPassword = '$argon2id$v=19$m=19456,t=2,p=1$RybvsJvRp4c33AbMBfHVkA$IuKqqvqEra2GK8pvv4nFSPTUkMnAZ2yIFTH6ksl/YdQ'

function toConsent(row: queries.ConsentRow): Consent {
  return { purpose: row.purpose, version: row.version, grantedAt: shanghaiIso(row.granted_at) }
}
