import { Injectable } from '@nestjs/common'
import type { InvitationOffer } from '@dangqun/contracts/accounts/grants/schemas'
import type { Session } from '@dangqun/contracts/accounts/schemas'
import { invitationCodeLength } from '@dangqun/contracts/accounts/vocabulary'
import { hash } from '@node-rs/argon2'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { parseCode } from '../centers/centers-code.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import type { Caller, DetachedScope } from '../platform/http/scope.js'
import { AttemptsService, invitationLimit, joinLimit, type AttemptLimit } from './accounts-attempts.service.js'
import { acceptInvitation, findInvitation, setPassword, type InvitationRow } from './accounts-grants.queries.js'
import { hashCode, scopeOf } from './accounts-grants.service.js'
import { GrantTargets } from './accounts-targets.service.js'
import { refuseAccounts } from './accounts.errors.js'
import type { AccountsFact } from './accounts.facts.js'
import { addAccountAlone, centersById } from './accounts.queries.js'
import { AccountsService } from './accounts.service.js'

/** Whose tries are counted: an account's, or without one an address's. */
interface Trier {
  readonly limit: AttemptLimit
  readonly subject: string
}

/** Taking up an invitation. A code works once; tries are counted, right ones too, so the routes bring their own transactions. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly units: Units,
    private readonly attempts: AttemptsService,
    private readonly audit: Audit,
    private readonly targets: GrantTargets,
    private readonly accounts: AccountsService,
  ) {}

  /** @throws AppError `accounts.invitationNotFound`, `accounts.invitationOver`, `accounts.tooManyTries` */
  async check({ now, caller }: DetachedScope, typed: string): Promise<InvitationOffer> {
    const { invitation } = await this.find(typed, now, trierOf(caller))
    return this.units.runAt(invitation.issued_center_id, (manager) => this.offer(manager, invitation))
  }

  /** @throws AppError as `check` does, and `accounts.alreadyGranted`, `accounts.adminsApart`, `accounts.invitationOtherPerson`; then the code is still unused */
  async accept({ now, caller }: DetachedScope, typed: string): Promise<InvitationOffer> {
    const { invitation, codeHash } = await this.find(typed, now, trierOf(caller))
    const accountId = signedIn(caller).accountId
    return this.units.runAt(invitation.issued_center_id, async (manager) => {
      await this.take(manager, { invitation, codeHash, accountId, isNewAccount: false, now })
      return this.offer(manager, invitation)
    })
  }

  /** A new account of the console. @throws AppError as `accept` does, and `accounts.usernameTaken` */
  async join(scope: DetachedScope, given: { code: string; username: string; password: string }): Promise<Session> {
    const { now, address } = scope
    const { invitation, codeHash } = await this.find(given.code, now, { limit: joinLimit, subject: address })
    const secret = await hash(given.password)
    return this.units.runAt(invitation.issued_center_id, async (manager) => {
      const accountId = uuidv7()
      await addAccountAlone(manager, accountId, now)
      if (!(await setPassword(manager, accountId, given.username, secret, now))) throw refuseAccounts('accounts.usernameTaken')
      await this.take(manager, { invitation, codeHash, accountId, isNewAccount: true, now })
      return this.accounts.openSession(manager, scope, accountId, 'console')
    })
  }

  private async find(typed: string, now: Date, { limit, subject }: Trier): Promise<{ invitation: InvitationRow; codeHash: Buffer }> {
    if (await this.attempts.begin(limit, subject)) throw refuseAccounts('accounts.tooManyTries')
    const code = parseCode(typed, invitationCodeLength)
    const codeHash = hashCode(code ?? '')
    const invitation = code === null ? null : await this.units.run((manager) => findInvitation(manager, codeHash))
    if (!invitation) throw refuseAccounts('accounts.invitationNotFound')
    if (invitation.accepted_at || invitation.withdrawn_at || invitation.expires_at <= now) throw refuseAccounts('accounts.invitationOver')
    return { invitation, codeHash }
  }

  private async take(manager: EntityManager, given: { invitation: InvitationRow; codeHash: Buffer; accountId: string; isNewAccount: boolean; now: Date }): Promise<void> {
    const { invitation, codeHash, accountId, isNewAccount, now } = given
    const scope = scopeOf(invitation, new Map())
    // What it was for may have been dissolved or retired since.
    if (scope && (await this.targets.nameForNewRole(manager, scope)) === null) throw refuseAccounts('accounts.invitationOver')
    const grantId = await acceptInvitation(manager, codeHash, accountId, now).catch((error: unknown) => {
      const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {}
      if (constraint === 'grants_standing') throw refuseAccounts('accounts.alreadyGranted')
      if (constraint === 'grants_admins_apart') throw refuseAccounts('accounts.adminsApart')
      throw error
    })
    if (grantId === null) throw refuseAccounts('accounts.invitationOver')
    if (invitation.person_id !== null && !(await this.targets.bindPerson(manager, invitation.person_id, accountId))) throw refuseAccounts('accounts.invitationOtherPerson')
    await this.targets.taken(manager, { accountId, grantId, role: invitation.role, scope, authorId: invitation.created_by }, now)
    const fact: AccountsFact = { fact: 'accounts.invitationAccepted', subjectId: invitation.id, data: { role: invitation.role, grantId, accountId, isNewAccount } }
    await this.audit.record({ manager, now, caller: { accountId } }, fact)
  }

  private async offer(manager: EntityManager, invitation: InvitationRow): Promise<InvitationOffer> {
    const scope = scopeOf(invitation, new Map())
    const names = scope ? await this.targets.scopeNames(manager, [scope]) : new Map<string, string>()
    const centers = invitation.center_id === null ? null : await centersById(manager, [invitation.center_id])
    return { role: invitation.role, scope: scopeOf(invitation, names), center: centers?.get(invitation.center_id ?? '') ?? null, expiresAt: shanghaiIso(invitation.expires_at) }
  }
}

function trierOf(caller: Caller | null): Trier {
  return { limit: invitationLimit, subject: signedIn(caller).accountId }
}

function signedIn(caller: Caller | null): Caller {
  if (!caller) throw new Error('the access rule lets nobody in without a session')
  return caller
}
