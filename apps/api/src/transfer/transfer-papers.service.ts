import { Injectable } from '@nestjs/common'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import { ethnicities } from '@dangqun/contracts/organization/members/vocabulary'
import type { Printer, Printers, transferPapersSchemas } from '@dangqun/contracts/transfer/papers/schemas'
import { Audit } from '../audit/audit.service.js'
import { OrganizationTreeService } from '../organization/organization-tree.service.js'
import type { Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { TransferCaseService } from './transfer-case.service.js'
import { letterTexts, type LetterContent } from './transfer-letter.rules.js'
import { TransferPaper } from './transfer-paper.service.js'
import * as queries from './transfer-papers.queries.js'
import { TransferPresenter } from './transfer-presenter.service.js'
import type { TransferRow } from './transfer.entity.js'
import { refuseTransfer } from './transfer.errors.js'
import type { TransferFact } from './transfer.facts.js'
import { mayPrintLetter, maySee, printsLetters } from './transfer.policy.js'
import { listLetters } from './transfer.queries.js'

type Schemas = typeof transferPapersSchemas

/** The letter printed onto the official blank, and where each printer of the centre has to put it. */
@Injectable()
export class TransferPapersService {
  constructor(
    private readonly audit: Audit,
    private readonly cases: TransferCaseService,
    private readonly presenter: TransferPresenter,
    private readonly tree: OrganizationTreeService,
    private readonly paper: TransferPaper,
  ) {}

  async listPrinters({ manager }: CenterScope): Promise<Printers> {
    return { items: await queries.listPrinters(manager) }
  }

  async savePrinter(scope: SignedInCenterScope, given: Parsed<Schemas['savePrinter'], 'body'>): Promise<Printer> {
    const saved = await queries.savePrinter(scope.manager, given, scope.now)
    await this.audit.record(scope, { fact: 'transfer.printerSaved', subjectId: saved.id, data: { xMm: saved.xMm, yMm: saved.yMm } } satisfies TransferFact)
    return saved
  }

  /** @throws AppError `transfer.printerNotFound` */
  async removePrinter(scope: SignedInCenterScope, id: string): Promise<Printers> {
    await this.printer(scope, id)
    await queries.removePrinter(scope.manager, id)
    await this.audit.record(scope, { fact: 'transfer.printerRemoved', subjectId: id } satisfies TransferFact)
    return this.listPrinters(scope)
  }

  /** @throws AppError `transfer.printerNotFound` */
  async testPrint(scope: CenterScope, id: string): Promise<FileReply> {
    return pdf('test.pdf', await this.paper.printTest(await this.printer(scope, id)))
  }

  /**
   * 套打: text only, for the blank of 组通字〔2006〕45号.
   * @throws AppError `transfer.notFound`, `transfer.notYours`, `transfer.noLetter`, `transfer.wrongState` unless the letter is to be handed over, `transfer.printerNotFound`
   */
  async printLetter(scope: SignedInCenterScope, id: string, printerId: string | undefined): Promise<FileReply> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    const isRestricted = row.restrictedAt !== null
    if (isRestricted || !printsLetters(row.direction, offices)) throw refuseTransfer('transfer.notYours', { office: '原基层党委' })
    await this.cases.settle(scope, row)
    if (row.letterValidUntil === null) throw refuseTransfer('transfer.noLetter')
    if (!mayPrintLetter(row.state, row.direction, true, isRestricted, offices)) throw await this.presenter.wrongState(scope, row, offices)
    const offset = printerId === undefined ? { xMm: 0, yMm: 0 } : await this.printer(scope, printerId)
    const content = await this.contentOf(scope, row)
    await this.audit.record(scope, { fact: 'transfer.letterPrinted', subjectId: id } satisfies TransferFact)
    return pdf('letter.pdf', await this.paper.printTexts(letterTexts(content, offset)))
  }

  private async printer({ manager }: CenterScope, id: string): Promise<Printer> {
    const found = await queries.findPrinter(manager, id)
    if (!found) throw refuseTransfer('transfer.printerNotFound')
    return found
  }

  private async contentOf({ manager }: CenterScope, row: TransferRow): Promise<LetterContent> {
    const standing = (await listLetters(manager, row.id)).find(({ voidAt }) => voidAt === null)
    if (!standing) throw refuseTransfer('transfer.noLetter')
    const form = this.cases.formOf(row)
    const committee = row.originCommitteeId === null ? null : await this.tree.find(manager, row.originCommitteeId)
    return {
      title: form.title ?? '', name: form.name ?? '', category: form.category ?? 'full', idNumber: form.idNumber ?? '', ethnicity: ethnicities[form.ethnicity ?? ''] ?? '', from: row.originCommitteeName ?? '',
      to: form.destination ?? '', duesPaidTo: form.duesPaidTo ?? standing.issuedOn.slice(0, 7), validDays: standing.validDays, issuedOn: standing.issuedOn, address: committee?.address ?? '', phone: committee?.contactPhone ?? '',
      postcode: committee?.postcode ?? '',
    }
  }
}

/** Under a name that says nothing of anybody. */
export function pdf(name: string, bytes: Uint8Array): FileReply {
  return { type: 'application/pdf', bytes, name, isPublic: false }
}
