import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import type { Slip, SlipCheck } from '@dangqun/contracts/transfer/papers/schemas'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { addDays, localDateOf } from '../platform/calendar/calendar.rules.js'
import { CONFIG, type Config } from '../platform/config/config.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { isSignedBy, sha256, signWith } from '../platform/crypto/signing.js'
import { setCenter } from '../platform/database/units.js'
import type { CenterScope, Scope, SignedInCenterScope } from '../platform/http/scope.js'
import { TransferCaseService } from './transfer-case.service.js'
import { TransferPaper } from './transfer-paper.service.js'
import * as queries from './transfer-papers.queries.js'
import { pdf } from './transfer-papers.service.js'
import { standingOf, TransferPresenter } from './transfer-presenter.service.js'
import { slipFieldsColumn } from './transfer-seal.rules.js'
import { readSlipCode, slipCode, slipMessage, slipText, type SlipFields } from './transfer-slip.rules.js'
import type { TransferRow } from './transfer.entity.js'
import { refuseTransfer } from './transfer.errors.js'
import type { TransferFact } from './transfer.facts.js'
import { mayTakeSlip, maySee } from './transfer.policy.js'
import { listLetters } from './transfer.queries.js'
import { isLetterOver } from './transfer.rules.js'

/** Of a slip without a letter, which the national system carries [ours]. */
const slipDays = 90

/** 办理凭条: what the member takes along. It is no letter; its code says that it was issued here, and when. */
@Injectable()
export class TransferSlipService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
    private readonly cases: TransferCaseService,
    private readonly presenter: TransferPresenter,
    private readonly paper: TransferPaper,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The standing slip while its words still hold, else a new one in its place. @throws AppError `transfer.notFound`, `transfer.notYours`, `transfer.letterRanOut` */
  async issue(scope: SignedInCenterScope, id: string): Promise<Slip> {
    const row = await this.open(scope, id)
    const fields = await this.fieldsOf(scope, row)
    const before = await queries.standingSlip(scope.manager, id)
    if (before && this.stillHolds(scope, before, fields)) return this.present(before)
    const [key] = this.config.slipKeys
    if (!key) throw new Error('there is no key to sign slips with')
    if (before) await queries.replaceSlip(scope.manager, id, scope.now)
    const slipId = uuidv7()
    const slip = {
      id: slipId, transferId: id, code: randomBytes(16).toString('base64url'), keyId: key.id, digest: digestOf(fields), issuedOn: fields.issuedOn, validUntil: fields.validUntil,
      fields: this.cipher.seal(slipFieldsColumn, { centerId: scope.centerId, id: slipId }, JSON.stringify(fields)),
    }
    await queries.addSlip(scope.manager, slip, scope.now)
    await this.audit.record(scope, { fact: 'transfer.slipIssued', subjectId: id, data: { key: key.id } } satisfies TransferFact)
    return this.present(slip)
  }

  /** @throws AppError `transfer.noSlip` before one was issued, and when its words no longer hold; else as `issue` */
  async print(scope: SignedInCenterScope, id: string): Promise<FileReply> {
    const row = await this.open(scope, id)
    const slip = await queries.standingSlip(scope.manager, id)
    if (!slip || !this.stillHolds(scope, slip, await this.fieldsOf(scope, row))) throw refuseTransfer('transfer.noSlip')
    const address = `${this.config.publicUrl}/#/transfer/pages/slip/index?code=${this.codeOf(slip)}`
    return pdf('slip.pdf', await this.paper.printSlip(this.read(scope.centerId, slip), address))
  }

  /**
   * Public: date, validity and state. A code that was altered in one symbol is unknown, like one that never was.
   * @throws AppError `transfer.slipUnknown`
   */
  async check(scope: Scope, text: string): Promise<SlipCheck> {
    const code = readSlipCode(text)
    const centerId = code && (await queries.centerOfSlip(scope.manager, code.id))
    if (!code || !centerId) throw refuseTransfer('transfer.slipUnknown')
    await scope.manager.query(setCenter(centerId))
    const slip = await queries.slipByCode(scope.manager, code.id)
    if (!slip || !isSignedBy(this.config.slipKeys, code.keyId, slipMessage(code.id, code.keyId, slip.digest), code.signature)) throw refuseTransfer('transfer.slipUnknown')
    const here: CenterScope = { ...scope, centerId }
    const row = await this.cases.lock(here, slip.transferId)
    await this.cases.settle(here, row)
    const names = await this.namesFor(here, row, slip)
    return { issuedOn: slip.issuedOn, validUntil: slip.validUntil, state: slip.replacedAt === null ? row.state : 'voided', names }
  }

  /** To an officer of the committee that the slip names, here or at the other centre; every reading leaves a fact. */
  private async namesFor(scope: CenterScope, row: TransferRow, slip: queries.SlipRow): Promise<SlipCheck['names']> {
    const { caller, manager, centerId } = scope
    if (!caller || row.restrictedAt !== null) return null
    const receiverAt = row.twinCenterId ?? centerId
    await manager.query(setCenter(receiverAt))
    const committeeId = row.twinCenterId === null ? row.receivingCommitteeId : await queries.receivingCommitteeOf(manager, row.transferKey)
    await manager.query(setCenter(centerId))
    if (committeeId === null || !standingOf({ caller, centerId: receiverAt }).committeeIds.includes(committeeId)) return null
    const fields = this.read(centerId, slip)
    // What is shown is what was signed.
    if (!digestOf(fields).equals(slip.digest)) throw refuseTransfer('transfer.slipUnknown')
    await this.audit.record(scope, { fact: 'transfer.slipNamesShown', subjectId: row.id } satisfies TransferFact)
    const { name, category, from, to } = fields
    return { name, category, from, to }
  }

  private async open(scope: SignedInCenterScope, id: string): Promise<TransferRow> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    await this.cases.settle(scope, row)
    const isRestricted = row.restrictedAt !== null
    if (!mayTakeSlip(row.state, isRestricted, false, offices)) throw refuseTransfer('transfer.notYours', { office: '本人或党群服务中心' })
    if (!mayTakeSlip(row.state, isRestricted, isLetterOver(row, scope.now), offices)) throw refuseTransfer('transfer.letterRanOut')
    return row
  }

  private async fieldsOf({ manager, now }: CenterScope, row: TransferRow): Promise<SlipFields> {
    const form = this.cases.formOf(row)
    const standing = (await listLetters(manager, row.id)).find(({ voidAt }) => voidAt === null)
    const issuedOn = localDateOf(now)
    return {
      name: form.name ?? '', category: form.category, from: row.originCommitteeName ?? '', to: row.receivingCommitteeName ?? '', letterNumber: standing?.number ?? null, issuedOn,
      validUntil: row.letterValidUntil ?? addDays(issuedOn, slipDays),
    }
  }

  private stillHolds({ centerId, now }: CenterScope, slip: queries.SlipRow, fields: SlipFields): boolean {
    if (slip.validUntil < localDateOf(now) || !this.config.slipKeys.some(({ id }) => id === slip.keyId)) return false
    const { issuedOn, validUntil } = slip
    const isOfLetter = fields.letterNumber !== null
    return digestOf({ ...fields, issuedOn, ...(isOfLetter ? {} : { validUntil }) }).equals(digestOf(this.read(centerId, slip)))
  }

  private read(centerId: string, { id, fields }: Pick<queries.SlipRow, 'id' | 'fields'>): SlipFields {
    return JSON.parse(this.cipher.open(slipFieldsColumn, { centerId, id }, fields)) as SlipFields
  }

  private codeOf({ code, digest, keyId }: Pick<queries.SlipRow, 'code' | 'digest' | 'keyId'>): string {
    const key = this.config.slipKeys.find(({ id }) => id === keyId)
    if (!key) throw refuseTransfer('transfer.noSlip')
    return slipCode({ id: code, keyId, signature: signWith(key, slipMessage(code, keyId, digest)) })
  }

  private present(slip: Pick<queries.SlipRow, 'code' | 'digest' | 'keyId' | 'issuedOn' | 'validUntil'>): Slip {
    return { code: this.codeOf(slip), issuedOn: slip.issuedOn, validUntil: slip.validUntil }
  }
}

function digestOf(fields: SlipFields): Buffer {
  return sha256(slipText(fields))
}
