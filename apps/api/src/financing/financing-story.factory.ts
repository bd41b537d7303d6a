import { mostBanks, type CallOutcome, type CloseReason } from '@dangqun/contracts/financing/demands/vocabulary'
import { referralClocks, referralEnds, sharingDays, sharingVersion, type Party, type ReferralAction, type SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import { dueAfterDays, dueAfterWorkingDays, localDateOf, workingDaysAfter, type WorkCalendar } from '../platform/calendar/calendar.rules.js'
import type { Seeded } from '../platform/seeded/seeded.js'
import { aReferral, type Frozen, type PlainCall, type PlainDemand, type PlainDemandStep, type PlainDrawdown, type PlainRating, type PlainReferral, type PlainReferralStep, type PlainSharing, type Told } from './financing-case.factory.js'
import { demandActorsOf, nextDemandState, type DemandMove } from './financing-demands.machine.js'
import { dutyOf, freeSlot } from './financing-demands.rules.js'
import { nextReferralState, referralActorsOf, type ReferralMove } from './financing-referrals.machine.js'
import { actionBlock, clockMove, dueAt, holderOf, openRound, sharingOf, silentDrawdowns, silentSince, type ReferralFacts } from './financing-referrals.rules.js'

export interface StorySetting {
  readonly calendar: WorkCalendar
  /** Who acts for a party; null: somebody without an account here. */
  readonly accountOf: (party: Party, bankId: string | null) => string | null
  /** Whose word the firm's consents are. */
  readonly representative: string
}

/**
 * A demand and its referrals, moved act by act at given moments, each later than the one before. Machines, clocks and
 * blocks are the product's own, so that what a story leaves is what the product would have left, but for the version of a
 * demand: there every move of a referral raises it, here its own steps do. An act that its case does not know any more,
 * because it has ended meanwhile, is left out.
 */
export class DemandStory {
  readonly referrals: PlainReferral[] = []
  readonly demandSteps: PlainDemandStep[] = []
  readonly referralSteps: PlainReferralStep[] = []
  readonly sharings: PlainSharing[] = []
  readonly drawdowns: PlainDrawdown[] = []
  readonly ratings: PlainRating[] = []
  readonly calls: PlainCall[] = []

  constructor(
    private readonly seeded: Seeded,
    readonly demand: PlainDemand,
    private readonly setting: StorySetting,
  ) {
    this.keepStep('create', null, demand.created_at, 'firm')
  }

  /** @returns whether it happened */
  move(action: DemandMove, at: Date, { note = null, closeReason }: { note?: string | null; closeReason?: CloseReason } = {}): boolean {
    this.settle(at)
    const { demand } = this
    const from = demand.state
    const next = nextDemandState(from, action)
    if (!next) return false
    const party = action === 'match' || action === 'satisfy' ? null : (demandActorsOf(from, action)[0] ?? null)
    if (action === 'submit') demand.submitted_at ??= at
    if (action === 'submit' || action === 'return') demand.note = note
    if (action === 'close') this.endReferrals('end', 'firm', closeReason ?? null, at)
    if (action === 'withdraw') this.endReferrals('withdraw', 'firm', null, at)
    if (next === 'closed') demand.close_reason = action === 'satisfy' ? 'satisfied' : (closeReason ?? null)
    Object.assign(demand, { state: next, version: demand.version + 1, changed_at: at, entered_at: next === from ? demand.entered_at : at })
    this.keepStep(action, from, at, party)
    return true
  }

  /** To banks that the firm names: each with a product and what it may know. */
  pick(at: Date, picks: readonly { bankId: string; product: Frozen; purposes: readonly SharingPurpose[] }[]): void {
    if (!nextDemandState(this.demand.state, 'open')) return
    for (const { bankId, product, purposes } of picks) {
      const slot = freeSlot(this.referrals.map((each) => each.slot), mostBanks)
      const row = this.offer(bankId, at, { is_picked: true, slot, ...product, frozen_on: localDateOf(at) })
      this.share(row, purposes, at)
    }
    this.opened('picked', at)
  }

  openToAll(at: Date, bankIds: readonly string[]): void {
    if (!nextDemandState(this.demand.state, 'open')) return
    for (const bankId of bankIds) this.offer(bankId, at)
    this.opened('all', at)
  }

  call(at: Date, outcome: CallOutcome): void {
    const account = this.setting.accountOf('center', null)
    if (account === null) return
    const { center_id, id: demand_id } = this.demand
    this.calls.push({ center_id, id: this.seeded.uuid(at), demand_id, referral_id: null, outcome, account_id: account, at })
    if (outcome !== 'no_answer') this.demand.called_at = at
  }

  /** @returns whether it happened */
  act(bankId: string, action: ReferralAction, at: Date, told: Told = {}): boolean {
    this.settle(at)
    const row = this.referrals.find((each) => each.bank_id === bankId)
    const next = row && nextReferralState(row.state, action, told.gaps)
    if (!row || !next) return false
    const party = told.party ?? referralActorsOf(row.state, action)[0] ?? 'firm'
    const drawdown = this.drawdowns.filter(({ referral_id, settled_at }) => referral_id === row.id && settled_at === null).at(-1)
    const round = openRound(row.consented_at, this.ratings.filter((each) => each.referral_id === row.id && each.party === party).map((each) => each.round), at)
    if (actionBlock({ ...this.factsOf(row), sharing: sharingOf(this.sharingFacts(row), at), round }, action, party, { drawdownId: drawdown?.id }) !== null) return false
    if (action === 'claim' && row.slot === null && !this.takeSlot(row, told.product, at)) return false
    if (action === 'rate' && round !== null && party !== 'center' && told.rating) this.ratings.push({ center_id: row.center_id, referral_id: row.id, party, round, stars: told.rating.stars, tags: [...told.rating.tags], at })
    this.takeEffect(row, action, party, at, told, drawdown)
    this.moveReferral(row, action, party, next, at)
    if (action === 'claim') row.claimed_at = at
    if (action === 'claim' && sharingOf(this.sharingFacts(row), at).state === 'standing') {
      this.consented(row, at)
      this.moveReferral(row, 'consent', 'firm', 'consented', at)
    }
    if (action === 'confirm-drawdown' || action === 'reconcile-drawdown') this.countDisbursed(row, at)
    return true
  }

  /** Whose turn it is and until when, as of this moment; after the last act. */
  end(now: Date): void {
    this.settle(now)
    const { demand, setting } = this
    for (const row of this.referrals) this.wind(row)
    const duty = dutyOf({ state: demand.state, enteredAt: demand.entered_at, openedAt: demand.opened_at, calledAt: demand.called_at, referrals: this.referrals.map(({ state, holder, due_at: dueAt }) => ({ state, holder, dueAt })) }, now, setting.calendar)
    Object.assign(demand, { holder: duty.holder, due_at: duty.dueAt })
  }

  private opened(audience: 'picked' | 'all', at: Date): void {
    this.move('open', at)
    Object.assign(this.demand, { audience: this.demand.audience === 'all' ? 'all' : audience, opened_at: at })
  }

  private offer(bankId: string, at: Date, fixed: Partial<PlainReferral> = {}): PlainReferral {
    const { center_id, id: demand_id } = this.demand
    const row = aReferral(this.seeded, at, { center_id, demand_id, bank_id: bankId, ...fixed })
    this.referrals.push(row)
    this.referralSteps.push({ center_id, referral_id: row.id, version: row.version, action: 'offer', from_state: null, to_state: 'offered', at, account_id: this.setting.accountOf('firm', null), party: 'firm' })
    return row
  }

  private share(row: PlainReferral, purposes: readonly SharingPurpose[], at: Date): void {
    for (const purpose of purposes) {
      this.sharings.push({
        center_id: row.center_id, id: this.seeded.uuid(at), referral_id: row.id, purpose, text_version: sharingVersion, account_id: this.setting.representative, given_at: at, expires_at: dueAfterDays(at, sharingDays), ended_at: null, ended_by: null,
      })
    }
  }

  private takeSlot(row: PlainReferral, product: Frozen | undefined, at: Date): boolean {
    const slot = freeSlot(this.referrals.map((each) => each.slot), mostBanks)
    if (slot === null || !product) return false
    Object.assign(row, { slot, ...product, frozen_on: localDateOf(at) })
    return true
  }

  private consented(row: PlainReferral, at: Date): void {
    Object.assign(row, { consented_at: at, contact_due_at: dueAfterWorkingDays(this.setting.calendar, at, referralClocks.contact) })
  }

  private takeEffect(row: PlainReferral, action: ReferralAction, party: Party, at: Date, told: Told, drawdown: PlainDrawdown | undefined): void {
    const decided = () => ({ decided_at: at, decision_days: row.complete_at && workingDaysAfter(this.setting.calendar, localDateOf(row.complete_at), localDateOf(at)) })
    switch (action) {
      case 'consent':
        for (const sharing of this.sharings) if (sharing.referral_id === row.id && sharing.ended_at === null) Object.assign(sharing, { ended_at: at, ended_by: 'renewed' })
        this.share(row, told.purposes ?? [], at)
        if (row.state === 'claimed') this.consented(row, at)
        return
      case 'contact': Object.assign(row, { contacted_at: at, materials_asked: told.materials ?? [], materials_state: 'asked' }); return
      case 'deliver': row.materials_state = 'delivered'; return
      case 'answer-materials': Object.assign(row, told.gaps?.length ? { materials_state: 'gaps', materials_gaps: told.gaps } : { materials_state: 'complete', materials_gaps: [], complete_at: at }); return
      case 'grant': {
        const { grant } = told
        if (grant) Object.assign(row, { granted_fen: grant.amountFen, granted_rate_bp: grant.rateBp, granted_all_in_bp: grant.allInBp, granted_months: grant.months, granted_security: grant.security, granted_until: grant.validUntil, ...decided() })
        return
      }
      case 'decline': Object.assign(row, { decline_code: told.declineCode ?? 'assessment', ...decided() }); return
      case 'mark-not-drawn': row.not_drawn_reason = told.notDrawnReason ?? 'not_needed'; return
      case 'close': row.close_reason = 'done'; return
      case 'report-drawdown':
        if (told.drawdown && party !== 'center') {
          this.drawdowns.push({
            center_id: row.center_id, id: this.seeded.uuid(at), referral_id: row.id, state: 'reported', by_party: party, amount_fen: told.drawdown.amountFen, all_in_bp: told.drawdown.allInBp, drawn_on: told.drawdown.drawnOn, disputed: null,
            due_at: dueAfterWorkingDays(this.setting.calendar, at, referralClocks.drawdown), created_at: at, settled_at: null,
          })
        }
        return
      case 'confirm-drawdown': if (drawdown) Object.assign(drawdown, { state: 'confirmed', due_at: null, settled_at: at }); return
      case 'dispute-drawdown': if (drawdown) Object.assign(drawdown, { state: 'disputed', disputed: told.drawdown ?? null, due_at: dueAfterWorkingDays(this.setting.calendar, at, referralClocks.reconcile) }); return
      case 'reconcile-drawdown': if (drawdown && told.drawdown) Object.assign(drawdown, { state: 'reconciled', amount_fen: told.drawdown.amountFen, all_in_bp: told.drawdown.allInBp, drawn_on: told.drawdown.drawnOn, due_at: null, settled_at: at }); return
      default: return
    }
  }

  private moveReferral(row: PlainReferral, action: ReferralMove, party: Party | null, next: PlainReferral['state'], at: Date): void {
    const from = row.state
    const isEnd = referralEnds.includes(next) && !referralEnds.includes(from)
    Object.assign(row, { state: next, version: row.version + 1, changed_at: at, entered_at: next !== from || action === 'deliver' ? at : row.entered_at, slot: isEnd ? null : row.slot })
    if (isEnd) for (const sharing of this.sharings) if (sharing.referral_id === row.id && sharing.ended_at === null) Object.assign(sharing, { ended_at: at, ended_by: action === 'withdraw' ? 'withdrawn' : 'ended' })
    if (isEnd) for (const each of this.drawdowns) if (each.referral_id === row.id && each.settled_at === null) Object.assign(each, { state: 'one_sided', due_at: null, settled_at: at })
    if (this.demand.state === 'open' && at > this.demand.changed_at) this.demand.changed_at = at
    this.referralSteps.push({
      center_id: row.center_id, referral_id: row.id, version: row.version, action, from_state: from, to_state: next, at, account_id: party && this.setting.accountOf(party, party === 'bank' ? row.bank_id : null), party,
    })
  }

  private endReferrals(action: 'withdraw' | 'satisfy' | 'end', party: Party | null, closeReason: CloseReason | null, at: Date, except?: PlainReferral): void {
    for (const row of this.referrals) {
      const next = row === except || referralEnds.includes(row.state) ? null : nextReferralState(row.state, action)
      if (!next) continue
      if (next === 'closed') row.close_reason = closeReason
      this.moveReferral(row, action, party, next, at)
    }
  }

  private countDisbursed(by: PlainReferral, at: Date): void {
    const { demand } = this
    demand.disbursed_fen = this.drawdowns.filter(({ state }) => state === 'confirmed' || state === 'reconciled').reduce((sum, each) => sum + each.amount_fen, 0)
    if (demand.state !== 'open' || demand.disbursed_fen < demand.need.amountFen) return
    this.endReferrals('satisfy', null, 'satisfied', at, by)
    this.move('satisfy', at)
  }

  /** What silence has led to by a moment, at the moment after each deadline. */
  private settle(now: Date): void {
    for (const row of this.referrals) {
      for (;;) {
        const facts = this.factsOf(row)
        const move = clockMove(facts, now, this.setting.calendar)
        const next = move && nextReferralState(row.state, move)
        const at = silentSince(facts, this.setting.calendar)
        if (!move || !next || !at) break
        if (move === 'complete') Object.assign(row, { materials_state: 'complete', materials_gaps: [], is_assumed: true, complete_at: at })
        if (move === 'run-out') row.not_drawn_reason = 'ran_out'
        if (move === 'settle-drawdown') for (const { id } of silentDrawdowns(facts, now)) Object.assign(this.drawdowns.find((each) => each.id === id) ?? {}, { state: 'one_sided', due_at: null, settled_at: at })
        this.moveReferral(row, move, null, next, at)
      }
    }
  }

  private wind(row: PlainReferral): void {
    const facts = this.factsOf(row)
    Object.assign(row, { holder: holderOf(facts), due_at: dueAt(facts, this.setting.calendar) })
  }

  private factsOf(row: PlainReferral): ReferralFacts {
    return {
      state: row.state, isPicked: row.is_picked, enteredAt: row.entered_at, materialsState: row.materials_state, completeAt: row.complete_at, consentedAt: row.consented_at, grantedUntil: row.granted_until,
      drawdowns: this.drawdowns.filter(({ referral_id }) => referral_id === row.id).map(({ id, state, by_party: by, due_at }) => ({ id, state, by, dueAt: due_at })),
    }
  }

  private sharingFacts(row: PlainReferral) {
    return this.sharings.filter(({ referral_id }) => referral_id === row.id).map(({ purpose, expires_at, ended_by }) => ({ purpose, expiresAt: expires_at, endedBy: ended_by }))
  }

  private keepStep(action: PlainDemandStep['action'], from: PlainDemand['state'] | null, at: Date, party: Party | null): void {
    const { center_id, id: demand_id, version, state: to_state } = this.demand
    this.demandSteps.push({ center_id, demand_id, version, action, from_state: from, to_state, at, account_id: party && this.setting.accountOf(party, null), party })
  }
}
