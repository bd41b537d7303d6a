import { createHash, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { RecoveryCodes, TotpSecret } from '@dangqun/contracts/accounts/security/schemas'
import type { EntityManager } from 'typeorm'
import { makeCode, parseCode } from '../centers/centers-code.rules.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { newTotpSecret, totpStep, totpUri } from '../platform/crypto/totp.js'
import { plainDigits, recoveryCodeCount, totpSecret } from './accounts-second-factor.rules.js'
import * as queries from './accounts-security.queries.js'
import { refuseAccounts } from './accounts.errors.js'

const recoveryLength = 10
export const totpIssuer = '党群服务中心'

/** The second factor of the console: a code of an authenticator app (RFC 6238), or one of the recovery codes; each works once. */
@Injectable()
export class SecondFactorService {
  constructor(private readonly cipher: FieldCipher) {}

  /**
   * Lets pass whoever has none. Uses the code up.
   * @throws AppError `accounts.totpNeeded`, `accounts.wrongTotp`
   */
  async check(manager: EntityManager, accountId: string, typed: string | undefined, now: Date): Promise<void> {
    const factor = await queries.secondFactorOf(manager, accountId)
    if (!factor?.confirmed_at) return
    if (typed === undefined) throw refuseAccounts('accounts.totpNeeded')
    const digits = plainDigits(typed)
    const recovery = parseCode(typed, recoveryLength)
    const step = digits === null ? null : totpStep(this.open(accountId, factor.secret), digits, now, Number(factor.last_step))
    const isTaken = step !== null ? await queries.takeTotpStep(manager, accountId, step) : recovery !== null && (await queries.takeRecoveryCode(manager, accountId, hashRecovery(accountId, recovery)))
    if (!isTaken) throw refuseAccounts('accounts.wrongTotp')
  }

  /** A new secret, good once it is confirmed. @throws AppError `accounts.totpOn` */
  async start(manager: EntityManager, accountId: string, username: string, now: Date): Promise<TotpSecret> {
    const secret = newTotpSecret()
    const sealed = this.cipher.seal(totpSecret, { centerId: null, id: accountId }, secret)
    if (!(await queries.startSecondFactor(manager, accountId, sealed, now))) throw refuseAccounts('accounts.totpOn')
    return { secret, uri: totpUri(secret, totpIssuer, username) }
  }

  /** @throws AppError `accounts.totpOff`, `accounts.wrongTotp` */
  async confirm(manager: EntityManager, accountId: string, typed: string, now: Date): Promise<RecoveryCodes> {
    const factor = await queries.secondFactorOf(manager, accountId)
    if (!factor || factor.confirmed_at) throw refuseAccounts('accounts.totpOff')
    const digits = plainDigits(typed)
    const step = digits === null ? null : totpStep(this.open(accountId, factor.secret), digits, now, 0)
    if (step === null) throw refuseAccounts('accounts.wrongTotp')
    const { codes, hashes } = newRecoveryCodes(accountId)
    if (!(await queries.confirmSecondFactor(manager, accountId, step, hashes, now))) throw refuseAccounts('accounts.totpOff')
    return { codes }
  }

  private open(accountId: string, sealed: string): string {
    return this.cipher.open(totpSecret, { centerId: null, id: accountId }, sealed)
  }
}

/** As they are shown once, and as they are stored. */
export function newRecoveryCodes(accountId: string): { codes: string[]; hashes: Buffer[] } {
  const codes = Array.from({ length: recoveryCodeCount }, () => makeCode([...randomBytes(recoveryLength)], recoveryLength))
  return { codes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), hashes: codes.map((code) => hashRecovery(accountId, code)) }
}

function hashRecovery(accountId: string, code: string): Buffer {
  return createHash('sha256').update(`recovery\n${accountId}\n${code}`).digest()
}
