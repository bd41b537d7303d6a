import { Injectable } from '@nestjs/common'
import type { FinancingFigures, financingFiguresSchemas } from '@dangqun/contracts/financing/figures/schemas'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import { sectionOf } from '@dangqun/contracts/organization/firms/vocabulary'
import { Audit } from '../audit/audit.service.js'
import { CentersService } from '../centers/centers.service.js'
import { addMonths, localDateOf } from '../platform/calendar/calendar.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { monthsOf, toldFigures, type DemandOutcome } from './financing-figures.rules.js'
import { listOutcomes, type OutcomeRow } from './financing-figures.queries.js'
import { FinancingReportPaper } from './financing-report.service.js'
import type { FinancingFact } from './financing.facts.js'

type Schemas = typeof financingFiguresSchemas

/** Every demand of a span is read for its figures; two years are plenty to look at, and few enough to read at once. */
const mostMonths = 24

/** 融资数据: what came of the demands, told so that no firm can be recognised. */
@Injectable()
export class FinancingFiguresService {
  constructor(
    private readonly audit: Audit,
    private readonly centers: CentersService,
    private readonly paper: FinancingReportPaper,
  ) {}

  /** @throws AppError `request.invalid` for more than two years */
  async read({ manager, now }: SignedInCenterScope, { from, to }: Parsed<Schemas['read'], 'query'>): Promise<FinancingFigures> {
    if (monthsOf(from, to).length > mostMonths) throw refuseRequest('request.invalid', [{ path: 'from', message: '一次最多看两年' }])
    const start = (month: string) => new Date(`${month}-01T00:00:00+08:00`)
    const rows = await listOutcomes(manager, start(from), start(addMonths(`${to}-01`, 1).slice(0, 7)), now)
    return { ...toldFigures(rows.map(outcomeOf), from, to), at: shanghaiIso(now) }
  }

  /** The month's figures on paper; every print is a fact. */
  async print(scope: SignedInCenterScope, { month }: Parsed<Schemas['print'], 'query'>): Promise<FileReply> {
    if (month > localDateOf(scope.now).slice(0, 7)) throw refuseRequest('request.invalid', [{ path: 'month', message: '这个月还没有到' }])
    const figures = await this.read(scope, { from: month, to: month })
    const { name } = await this.centers.get(scope)
    await this.audit.record(scope, { fact: 'financing.reportPrinted', subjectId: scope.centerId, data: { month } } satisfies FinancingFact)
    return { type: 'application/pdf', name: `financing-${month}.pdf`, isPublic: false, bytes: await this.paper.print(name, figures) }
  }
}

function outcomeOf(row: OutcomeRow): DemandOutcome {
  const section = sectionOf(row.industry)
  return {
    ...row, building: { id: row.buildingId, name: row.buildingName }, industry: section ? { id: section.letter, name: section.name } : { id: '-', name: '行业未登记' },
    grantedFen: Number(row.grantedFen), disbursedFen: Number(row.disbursedFen), disbursedRateFen: Number(row.disbursedRateFen), unsecuredFen: Number(row.unsecuredFen), oneSidedFen: Number(row.oneSidedFen),
  }
}
