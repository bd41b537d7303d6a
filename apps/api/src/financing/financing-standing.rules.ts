import { holds, type SignedInCenterScope } from '../platform/http/scope.js'
import type { FinancingStanding } from './financing.policy.js'

/** For which firms and banks somebody speaks here, from the grants' scopes. */
export function standingOf({ caller, centerId }: Pick<SignedInCenterScope, 'caller' | 'centerId'>): FinancingStanding {
  const idsOf = (role: string, kind: string) => caller.grants.flatMap((grant) => (grant.centerId === centerId && grant.role === role && grant.scope?.kind === kind ? [grant.scope.id] : []))
  return { firms: new Set(idsOf('firm_representative', 'firm')), banks: new Set(idsOf('bank_officer', 'bank')), servesCenter: holds(caller, 'financing.handleDemands', centerId) }
}
