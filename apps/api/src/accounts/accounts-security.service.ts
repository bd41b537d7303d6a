import { Injectable } from '@nestjs/common'
import type { OwnSessions, RecoveryCodes, Security, TotpSecret } from '@dangqun/contracts/accounts/security/schemas'
import { hash, verify } from '@node-rs/argon2'
import { shanghaiIso } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import type { Caller, DetachedScope, SignedInScope } from '../platform/http/scope.js'
import { AttemptsService, type AttemptLimit } from './accounts-attempts.service.js'
import { SecondFactorService } from './accounts-second-factor.service.js'
import * as queries from './accounts-security.queries.js'
import { refuseAccounts } from './accounts.errors.js'

/** Whoever sits at an open session does not know the password yet. */
const ownPasswordLimit: AttemptLimit = { kind: 'own password', most: 5, pause: '15 minutes' }

type Own = DetachedScope & { caller: Caller }

/** One's own ways in: devices, password, second factor. What takes a password brings its own transactions. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly units: Units,
    private readonly attempts: AttemptsService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  async get({ manager, caller }: SignedInScope): Promise<Security> {
    const [password, factor] = [await queries.passwordOf(manager, caller.accountId), await queries.secondFactorOf(manager, caller.accountId)]
    return {
      username: password?.subject ?? null,
      secondFactor: factor?.confirmed_at ? 'on' : caller.secondFactor === 'needed' ? 'needed' : 'off',
      recoveryCodesLeft: factor?.confirmed_at ? factor.recovery_left : 0,
    }
  }

  async listSessions({ manager, caller, now }: SignedInScope): Promise<OwnSessions> {
    const rows = await queries.listSessions(manager, caller.accountId, now)
    return { items: rows.map((row) => ({ id: row.id, channel: row.channel, device: row.device, createdAt: shanghaiIso(row.created_at), lastSeenAt: shanghaiIso(row.last_seen_at), isThisOne: row.id === caller.sessionId })) }
  }

  /** @throws AppError `accounts.sessionNotFound` */
  async endSession({ manager, caller, now }: SignedInScope, id: string): Promise<null> {
    if (!(await queries.endSessionOf(manager, caller.accountId, id, now))) throw refuseAccounts('accounts.sessionNotFound')
    return null
  }

  /** Ends every other session. @throws AppError `accounts.noPassword`, `accounts.wrongPassword`, `accounts.locked` */
  async changePassword(scope: Own, given: { current: string; next: string }): Promise<null> {
    const { accountId, sessionId } = scope.caller
    await this.askPassword(accountId, given.current)
    const secret = await hash(given.next)
    await this.units.run(async (manager) => {
      await queries.changePassword(manager, accountId, secret)
      await queries.endOtherSessions(manager, accountId, sessionId, scope.now)
    })
    return null
  }

  /** @throws AppError as `changePassword` does, and `accounts.totpOn` */
  async startTotp({ caller, now }: Own, password: string): Promise<TotpSecret> {
    const username = await this.askPassword(caller.accountId, password)
    return this.units.run((manager) => this.secondFactor.start(manager, caller.accountId, username, now))
  }

  /** @throws AppError `accounts.totpOff`, `accounts.wrongTotp` */
  confirmTotp({ manager, caller, now }: SignedInScope, code: string): Promise<RecoveryCodes> {
    return this.secondFactor.confirm(manager, caller.accountId, code, now)
  }

  /** @throws AppError as `changePassword` does, and `accounts.totpOff`, `accounts.wrongTotp` */
  async removeTotp({ caller, now }: Own, given: { password: string; code: string }): Promise<null> {
    await this.askPassword(caller.accountId, given.password, async () => {
      await this.units.run(async (manager) => {
        if (!(await queries.secondFactorOf(manager, caller.accountId))?.confirmed_at) throw refuseAccounts('accounts.totpOff')
        await this.secondFactor.check(manager, caller.accountId, given.code, now)
        await queries.removeSecondFactor(manager, caller.accountId)
      })
    })
    return null
  }

  /**
   * @param also what has to succeed as well, before the tries are forgotten
   * @returns the name at the login
   */
  private async askPassword(accountId: string, typed: string, also: () => Promise<void> = async () => undefined): Promise<string> {
    const known = await this.units.run((manager) => queries.passwordOf(manager, accountId))
    if (!known) throw refuseAccounts('accounts.noPassword')
    if (await this.attempts.begin(ownPasswordLimit, accountId)) throw refuseAccounts('accounts.locked')
    if (!(await verify(known.secret, typed))) throw refuseAccounts('accounts.wrongPassword')
    await also()
    await this.attempts.succeed(ownPasswordLimit, accountId)
    return known.subject
  }
}
