import { Injectable } from '@nestjs/common'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { CostSheet, financingSchemas, Lprs, Matches } from '@dangqun/contracts/financing/schemas'
import { repaymentLabels } from '@dangqun/contracts/financing/vocabulary'
import { Audit } from '../audit/audit.service.js'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { LprValues } from './financing-check.rules.js'
import { FinancingMatchingService } from './financing-matching.service.js'
import { FinancingPaper } from './financing-paper.service.js'
import { sheetOf } from './financing-sheet.rules.js'
import { refuseFinancing } from './financing.errors.js'
import type { FinancingFact } from './financing.facts.js'
import * as queries from './financing.queries.js'

type Schemas = typeof financingSchemas

@Injectable()
export class FinancingService {
  constructor(
    private readonly audit: Audit,
    private readonly paper: FinancingPaper,
    private readonly matching: FinancingMatchingService,
  ) {}

  /**
   * Every product on offer, ranked and explained for one need. Nothing of it is kept.
   * @throws AppError `financing.noLpr`
   */
  async previewMatches(scope: CenterScope, need: Parsed<Schemas['previewMatches'], 'body'>): Promise<Matches> {
    const today = localDateOf(scope.now)
    if (need.foundedOn !== undefined && need.foundedOn > today) throw refuseRequest('request.invalid', [{ path: 'foundedOn', message: '成立日期不能晚于今天' }])
    return this.matching.preview(scope, need)
  }

  /** @throws AppError `financing.productNotFound`, `financing.outsideRange`, `financing.noLpr` */
  async readCost(scope: CenterScope, id: string, question: Parsed<Schemas['readCost'], 'body'>): Promise<CostSheet> {
    const row = await queries.findOffered(scope.manager, localDateOf(scope.now), id)
    if (!row) throw refuseFinancing('financing.productNotFound')
    return this.sheet(scope, row.bankName, row.terms, question)
  }

  /** @throws AppError as `readCost` */
  async printCost(scope: CenterScope, id: string, question: Parsed<Schemas['readCost'], 'body'>): Promise<FileReply> {
    const sheet = await this.readCost(scope, id, question)
    return { type: 'application/pdf', name: 'cost-sheet.pdf', isPublic: false, bytes: await this.paper.print(sheet) }
  }

  readDraftCost(scope: CenterScope, { bankName, terms, ...question }: Parsed<Schemas['readDraftCost'], 'body'>): Promise<CostSheet> {
    return this.sheet(scope, bankName, terms, question)
  }

  async listLprs(scope: CenterScope): Promise<Lprs> {
    return { items: await queries.listLprs(scope.manager), allowedActions: holds(scope.caller, 'financing.manageLprs', scope.centerId) ? ['enter', 'remove'] : [] }
  }

  async enterLpr(scope: SignedInCenterScope, lpr: LprValues): Promise<Lprs> {
    if (lpr.publishedOn > localDateOf(scope.now)) throw refuseRequest('request.invalid', [{ path: 'publishedOn', message: '还没到公布日期' }])
    await queries.saveLpr(scope.manager, lpr, scope.now)
    await this.matching.askRematch(scope)
    await this.audit.record(scope, { fact: 'financing.lprEntered', subjectId: scope.centerId, data: { ...lpr } } satisfies FinancingFact)
    return this.listLprs(scope)
  }

  /** @throws AppError `financing.rateNotFound` */
  async removeLpr(scope: SignedInCenterScope, publishedOn: string): Promise<Lprs> {
    if (!(await queries.removeLpr(scope.manager, publishedOn))) throw refuseFinancing('financing.rateNotFound')
    await this.matching.askRematch(scope)
    await this.audit.record(scope, { fact: 'financing.lprRemoved', subjectId: scope.centerId, data: { publishedOn } } satisfies FinancingFact)
    return this.listLprs(scope)
  }

  /** @throws AppError `financing.noLpr` */
  private async lpr({ manager, now }: CenterScope): Promise<LprValues> {
    const lpr = await queries.lprOn(manager, localDateOf(now))
    if (!lpr) throw refuseFinancing('financing.noLpr')
    return lpr
  }

  private async sheet(scope: CenterScope, bankName: string, terms: ProductTerms, { amountFen, months, repayment, rateEnd }: Parsed<Schemas['readCost'], 'body'>): Promise<CostSheet> {
    if (amountFen < terms.amountMinFen || amountFen > terms.amountMaxFen) throw refuseFinancing('financing.outsideRange', { words: `额度 ${sayAmount(terms.amountMinFen)}到 ${sayAmount(terms.amountMaxFen)}` })
    if (months < terms.termMinMonths || months > terms.termMaxMonths) throw refuseFinancing('financing.outsideRange', { words: `期限 ${sayMonths(terms.termMinMonths)}到 ${sayMonths(terms.termMaxMonths)}` })
    if (repayment !== undefined && !terms.repayments.includes(repayment)) throw refuseFinancing('financing.outsideRange', { words: `还款方式只有${terms.repayments.map((each) => repaymentLabels[each]).join('、')}` })
    return sheetOf({ bankName, terms, amountFen, months, repayment, rateEnd, drawnOn: localDateOf(scope.now), lpr: await this.lpr(scope) })
  }
}
