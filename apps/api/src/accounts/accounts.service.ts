import { Injectable } from '@nestjs/common'
import type { Consent, Me, Session } from '@dangqun/contracts/accounts/schemas'
import type { ConsentPurpose } from '@dangqun/contracts/accounts/vocabulary'
import { verify } from '@node-rs/argon2'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { shanghaiIso } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import type { DetachedScope, SignedInScope } from '../platform/http/scope.js'
import { WechatClient, WechatError } from '../platform/wechat/wechat.client.js'
import { hashToken, newToken, sessionLifetimeMs } from './accounts-session.service.js'
import { refuseAccounts } from './accounts.errors.js'
import * as queries from './accounts.queries.js'

@Injectable()
export class AccountsService {
  constructor(
    private readonly wechat: WechatClient,
    private readonly units: Units,
  ) {}

  /** @throws AppError `accounts.wechatRefused`, `accounts.wechatUnavailable`, `accounts.disabled` */
  async loginByWechat({ now }: DetachedScope, code: string): Promise<Session> {
    const openId = await this.openIdOf(code)
    return this.units.run(async (manager) => {
      const known = await queries.findIdentity(manager, 'wechat', openId)
      if (known?.isDisabled) throw refuseAccounts('accounts.disabled')
      const accountId = known?.accountId ?? (await queries.addAccount(manager, uuidv7(), 'wechat', openId, now))
      return this.openSession(manager, now, accountId, 'phone')
    })
  }

  /** @throws AppError `accounts.disabled`; `accounts.wrongPassword`, after the same work whether or not the name exists */
  async loginToConsole({ now }: DetachedScope, username: string, password: string): Promise<Session> {
    const known = await this.units.run((manager) => queries.findIdentity(manager, 'password', username.toLowerCase()))
    const right = await verify(known?.secret ?? nobodysPassword, password)
    if (!known?.secret || !right) throw refuseAccounts('accounts.wrongPassword')
    if (known.isDisabled) throw refuseAccounts('accounts.disabled')
    return this.units.run((manager) => this.openSession(manager, now, known.accountId, 'console'))
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
    }
  }

  async giveConsent({ manager, caller, now }: SignedInScope, given: { purpose: ConsentPurpose; version: string }): Promise<Consent> {
    return toConsent(await queries.giveConsent(manager, caller.accountId, given.purpose, given.version, now))
  }

  private async openIdOf(code: string): Promise<string> {
    try {
      return (await this.wechat.codeToSession(code)).openId
    } catch (error) {
      if (error instanceof WechatError) throw refuseAccounts(error.isTemporary ? 'accounts.wechatUnavailable' : 'accounts.wechatRefused')
      throw error
    }
  }

  /** A new session, in the caller's transaction. */
  async openSession(manager: EntityManager, now: Date, accountId: string, channel: 'phone' | 'console'): Promise<Session> {
    const token = newToken()
    const expiresAt = new Date(now.getTime() + sessionLifetimeMs[channel])
    await queries.openSession(manager, hashToken(token), accountId, channel, now, expiresAt)
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
