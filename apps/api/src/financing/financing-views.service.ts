import type { DemandSummary } from '@dangqun/contracts/financing/demands/schemas'
import type { ReferralSummary } from '@dangqun/contracts/financing/referrals/schemas'
import { holds, type SignedInCenterScope } from '../platform/http/scope.js'
import { deadlineOf, type WorkCalendar } from '../platform/calendar/calendar.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import type { FinancingStanding } from './financing.policy.js'
import type { DemandListRow } from './financing-demands.queries.js'
import type { ReferralListRow } from './financing-referrals.queries.js'

/** For which firms and banks somebody speaks here, from the grants' scopes. */
export function standingOf({ caller, centerId }: Pick<SignedInCenterScope, 'caller' | 'centerId'>): FinancingStanding {
  const idsOf = (role: string, kind: string) => caller.grants.flatMap((grant) => (grant.centerId === centerId && grant.role === role && grant.scope?.kind === kind ? [grant.scope.id] : []))
  return { firms: new Set(idsOf('firm_representative', 'firm')), banks: new Set(idsOf('bank_officer', 'bank')), servesCenter: holds(caller, 'financing.handleDemands', centerId) }
}

export function summariseDemand(row: DemandListRow, now: Date, calendar: WorkCalendar): DemandSummary {
  return {
    id: row.id, state: row.state, firm: { id: row.firmId, name: row.firmName, buildingName: row.buildingName }, amountFen: Number(row.amountFen), months: row.months, purpose: row.purpose, holder: row.holder,
    dueAt: row.dueAt && shanghaiIso(row.dueAt), ...deadlineOf(row.dueAt, now, calendar), banks: row.banks, disbursedFen: Number(row.disbursedFen), submittedAt: row.submittedAt && shanghaiIso(row.submittedAt), changedAt: shanghaiIso(row.changedAt),
  }
}

export function summariseReferral(row: ReferralListRow, now: Date, calendar: WorkCalendar): ReferralSummary {
  return {
    id: row.id, demandId: row.demandId, bank: { id: row.bankId, name: row.bankName, kind: row.bankKind }, state: row.state, productName: row.productName, firmName: row.firmName, industry: row.industry,
    amountFen: Number(row.amountFen), months: row.months, holder: row.holder, dueAt: row.dueAt && shanghaiIso(row.dueAt), ...deadlineOf(row.dueAt, now, calendar), changedAt: shanghaiIso(row.changedAt),
  }
}
