import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingCaseService } from './financing-case.service.js'
import { DemandRow } from './financing-demands.entity.js'
import { nextDemandState } from './financing-demands.machine.js'
import { demandsOfAccount } from './financing-demands.queries.js'
import { listReferralsOf } from './financing-referrals.queries.js'
import { contactColumn, erasedContact, openContact, type Contact } from './financing-seal.rules.js'

/** A demand as a copy of one's own data tells it. */
export interface OwnDemand {
  readonly createdAt: Date
  readonly state: DemandRow['state']
  readonly amountFen: number
  readonly contact: Contact
  readonly purposeText: string | null
  readonly banks: readonly string[]
}

/** What this slice holds of a person, and what ends with a consent of theirs. */
@Injectable()
export class FinancingPersonService {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly cases: FinancingCaseService,
  ) {}

  /** PIPL Art. 45: the demands that somebody wrote, with the contact that each names. */
  async copy({ manager, centerId, caller, now }: SignedInCenterScope): Promise<OwnDemand[]> {
    const rows = await manager.find(DemandRow, { where: { centerId, id: In(await demandsOfAccount(manager, caller.accountId)) }, order: { createdAt: 'ASC', id: 'ASC' } })
    const copies: OwnDemand[] = []
    for (const row of rows) {
      const banks = (await listReferralsOf(manager, row.id, now)).map(({ bankName }) => bankName)
      copies.push({ createdAt: row.createdAt, state: row.state, amountFen: row.need.amountFen, contact: openContact(this.cipher, row), purposeText: row.purposeText, banks })
    }
    return copies
  }

  /** The consent to stand for a firm here was withdrawn: what rests on it ends (PIPL Art. 15). */
  async endConsent(scope: SignedInCenterScope): Promise<void> {
    for (const id of await demandsOfAccount(scope.manager, scope.caller.accountId, true)) {
      const row = await this.cases.lockDemand(scope, id)
      const next = nextDemandState(row.state, 'withdraw')
      if (!next) continue
      await this.cases.endReferrals(scope, row, { action: 'withdraw', party: 'firm' }, null)
      await this.cases.moveDemand(scope, row, { action: 'withdraw', party: 'firm' }, next)
    }
  }

  /** Name and phone go from demands that have ended; one under way rests on the word that its firm gave bank by bank. */
  async forgetContact(scope: SignedInCenterScope): Promise<void> {
    for (const id of await demandsOfAccount(scope.manager, scope.caller.accountId, false)) {
      const row = await this.cases.lockDemand(scope, id)
      row.contact = this.cipher.seal(contactColumn, row, JSON.stringify(erasedContact))
      await this.cases.saveDemand(scope, row)
    }
  }
}
