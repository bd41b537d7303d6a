import type { DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Party, ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { EntityManager } from 'typeorm'
import type { DemandMove } from './financing-demands.machine.js'
import type { ReferralMove } from './financing-referrals.machine.js'

interface Histories {
  demand: { state: DemandState; move: DemandMove | 'create' }
  referral: { state: ReferralState; move: ReferralMove }
}
type Kind = keyof Histories

/** One line of a history; `party` null: the house by itself. */
export interface StepRow<Of extends Kind> {
  version: number
  action: Histories[Of]['move']
  fromState: Histories[Of]['state'] | null
  toState: Histories[Of]['state']
  at: Date
  accountId: string | null
  party: Party | null
}

const tables = { demand: { name: 'financing_demand_steps', key: 'demand_id' }, referral: { name: 'financing_referral_steps', key: 'referral_id' } } as const satisfies Record<Kind, object>

export async function addStep<Of extends Kind>(manager: EntityManager, of: Of, id: string, step: StepRow<Of>): Promise<void> {
  const { name, key } = tables[of]
  await manager.query(
    `insert into ${name} (center_id, ${key}, version, action, from_state, to_state, at, account_id, party) values (current_center(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, step.version, step.action, step.fromState, step.toState, step.at, step.accountId, step.party],
  )
}

/** From the first on. */
export function listSteps<Of extends Kind>(manager: EntityManager, of: Of, id: string): Promise<StepRow<Of>[]> {
  const { name, key } = tables[of]
  return manager.query(
    `select version, action, from_state as "fromState", to_state as "toState", at, account_id as "accountId", party from ${name} where center_id = current_center() and ${key} = $1 order by version`,
    [id],
  )
}
