import { Injectable } from '@nestjs/common'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { savePerson } from '../organization/organization.queries.js'
import { Clock } from '../platform/clock/clock.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { Units } from '../platform/database/units.js'
import type { CenterScope } from '../platform/http/scope.js'
import { TransferCaseService } from './transfer-case.service.js'
import { replaceSlip } from './transfer-papers.queries.js'
import { messageColumn } from './transfer-seal.rules.js'
import { onTwinMessage, type TwinBody } from './transfer-twin.rules.js'
import { TransferRow } from './transfer.entity.js'
import type { TransferFact } from './transfer.facts.js'
import * as queries from './transfer.queries.js'

/** A message that came before the one it builds on: its job comes again. */
class TooEarly extends Error {}

/** The other centre's record of a case: messages are carried over, taken once, and followed. */
@Injectable()
export class TransferTwinService {
  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly cases: TransferCaseService,
  ) {}

  /**
   * Carries one message over. Each of its three parts may be repeated after a crash: reading, taking (once, by the
   * receiver's own record of it), marking as delivered.
   * @throws TooEarly when an earlier step has not come yet; the job is tried again
   */
  async deliver(fromCenterId: string, messageId: string): Promise<void> {
    const message = await this.units.runAt(fromCenterId, (manager) => queries.findMessage(manager, messageId))
    if (!message) return
    const body = JSON.parse(this.cipher.open(messageColumn, { centerId: fromCenterId, id: messageId }, message.body)) as TwinBody
    await this.units.runAt(message.toCenterId, async (manager) => {
      const scope: CenterScope = { manager, now: this.clock.now(), caller: null, centerId: message.toCenterId }
      if (await queries.takeMessage(manager, messageId, scope.now)) await this.follow(scope, message.transferKey, fromCenterId, body)
    })
    await this.units.runAt(fromCenterId, (manager) => queries.markDelivered(manager, messageId, this.clock.now()))
  }

  private async follow(scope: CenterScope, transferKey: string, fromCenterId: string, body: TwinBody): Promise<void> {
    const row = await scope.manager.findOne(TransferRow, { where: { centerId: scope.centerId, transferKey }, lock: { mode: 'pessimistic_write' } })
    if (!row) {
      if (body.step > 1 || !body.form) throw new TooEarly('a message came before the one that opens its case')
      return this.receiveCase(scope, transferKey, fromCenterId, body)
    }
    if (body.action === 'withdraw-consent') return this.cases.restrict(scope, row, { office: body.office, accountId: null, isMirrored: true })
    const last = (await queries.listSteps(scope.manager, row.id)).filter(({ action }) => action !== 'withdraw-consent').at(-1)
    const verdict = onTwinMessage({ step: row.step, state: row.state, lastOwnAction: last && (last.accountId !== null || last.action === 'expire') && last.action !== 'create' && last.action !== 'register' && last.action !== 'withdraw-consent' ? last.action : null }, body)
    if (verdict === 'wait') throw new TooEarly('a message came before the one that it builds on')
    if (verdict === 'ignore') return
    const from = row.state
    if (body.form) this.cases.keepForm(row, { ...body.form, originBranchId: null, receivingBranchId: row.receivingBranchId })
    if (body.letter) await this.keepLetter(scope, row, body.letter)
    if (body.action === 'void') await this.voidLetter(scope, row)
    this.copy(row, body)
    row.step = body.step
    row.state = body.state
    row.heldFrom = body.heldFrom
    row.heldBy = null
    if (from !== body.state || body.action === 'reissue') row.enteredAt = scope.now
    await this.cases.save(scope, row)
    await this.addStep(scope, row, from, body)
    await this.cases.tellMember(scope, row)
  }

  /** The origin issued a letter to a committee of this centre: its record begins here. */
  private async receiveCase(scope: CenterScope, transferKey: string, fromCenterId: string, body: TwinBody): Promise<void> {
    const committee = body.form?.receivingCommitteeCode ? await queries.committeeByCode(scope.manager, body.form.receivingCommitteeCode) : null
    const person = body.memberAccountId ? await savePerson(scope.manager, body.memberAccountId, null) : await queries.addPerson(scope.manager, scope.now)
    const row = Object.assign(new TransferRow(), {
      centerId: scope.centerId, id: uuidv7(), transferKey, step: body.step, direction: 'in', kind: body.kind, state: body.state, heldFrom: null, heldBy: null, personId: person.id, originCommitteeId: null,
      receivingCommitteeId: committee?.id ?? null, holder: null, holderId: null, twinCenterId: fromCenterId, enteredAt: scope.now, dueAt: null, letterValidUntil: body.letter?.validUntil ?? null, submittedAt: null,
      acceptedAt: null, branchAgreedAt: null, assignedTo: null, assignedAt: null, receiptFiledOn: null, reference: null, reason: null, archiveChannel: null, archiveStep: 'not_sent', archiveMissing: [], archiveChangedAt: null,
      consentSource: body.consent.source, consentVersion: body.consent.version, consentAt: new Date(body.consent.at), restrictedAt: null, version: 0, createdAt: scope.now, changedAt: scope.now,
    } satisfies Partial<TransferRow>)
    if (body.form) this.cases.keepForm(row, { ...body.form, originBranchId: null, receivingBranchId: null })
    await this.cases.create(scope, row, { action: body.action, accountId: null, office: body.office, byName: body.by })
    if (body.letter) await queries.addLetter(scope.manager, row.id, { ...body.letter, replaces: null, reissueCause: null }, scope.now)
    await this.audit.record(scope, { fact: 'transfer.mirrored', subjectId: row.id, data: { from: null, to: row.state } } satisfies TransferFact)
  }

  private async keepLetter(scope: CenterScope, row: TransferRow, letter: NonNullable<TwinBody['letter']>): Promise<void> {
    const replaces = await this.voidLetter(scope, row)
    await queries.addLetter(scope.manager, row.id, { ...letter, replaces, reissueCause: null }, scope.now)
    row.letterValidUntil = letter.validUntil
  }

  /** With the slip that names it. @returns its number; null where none stood */
  private async voidLetter({ manager, now }: CenterScope, row: TransferRow): Promise<string | null> {
    await replaceSlip(manager, row.id, now)
    row.letterValidUntil = null
    return queries.voidLetter(manager, row.id, now)
  }

  /** What the office that acted has written into its own record. */
  private copy(row: TransferRow, body: TwinBody): void {
    row.acceptedAt = body.acceptedAt === null ? null : new Date(body.acceptedAt)
    row.assignedTo = body.assignedTo
    row.assignedAt = body.assignedAt === null ? null : new Date(body.assignedAt)
    row.receiptFiledOn = body.receiptFiledOn
    row.reference = body.reference
    row.reason = body.reason
    row.archiveMissing = [...body.archiveMissing]
  }

  private async addStep(scope: CenterScope, row: TransferRow, from: TransferRow['state'], body: TwinBody): Promise<void> {
    await queries.addStep(scope.manager, row.id, {
      version: row.version, action: body.action, fromState: from, toState: row.state, at: scope.now, accountId: null, office: body.office, byName: body.by, reason: body.reason, ...this.cases.sealStep(row, body.comment),
    })
    await this.audit.record(scope, { fact: 'transfer.mirrored', subjectId: row.id, data: { from, to: row.state } } satisfies TransferFact)
  }
}
