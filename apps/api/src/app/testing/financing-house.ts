import type { ActOnDemand, CreateDemand } from '@dangqun/contracts/financing/demands/schemas'
import type { DemandAction } from '@dangqun/contracts/financing/demands/vocabulary'
import type { ActOnReferral } from '@dangqun/contracts/financing/referrals/schemas'
import { sharingVersion, type ReferralAction } from '@dangqun/contracts/financing/referrals/vocabulary'
import { aNeed } from '../../financing/financing.factory.js'
import type { PlainBank } from '../../financing/financing.factory.js'
import type { PlainFirm } from '../../organization/organization.factory.js'
import { TestHouse, type Clients } from './test-house.js'

export type Person = Clients & { token: string; accountId: string }

/** A firm with its representative, banks with an officer and a product each, and the centre's staff. */
export class FinancingHouse {
  private constructor(
    readonly house: TestHouse,
    readonly firm: PlainFirm,
    readonly owner: Person,
    readonly staff: Person,
    readonly banks: readonly { bank: PlainBank; officer: Person; productId: string }[],
  ) {}

  static async open(banks: number): Promise<FinancingHouse> {
    const house = await TestHouse.open()
    await house.lpr()
    const firm = await house.firm({ kind: 'company', industry: '52', founded_on: '2022-03-10' })
    const made = []
    for (let index = 0; index < banks; index++) {
      const bank = await house.bank()
      const { product } = await house.product(bank)
      made.push({ bank, officer: await house.officer(bank), productId: product.id })
    }
    return new FinancingHouse(house, firm, await FinancingHouse.representative(house, firm), await house.staff(), made)
  }

  /** Somebody who stands for a firm. */
  static representative(house: TestHouse, firm: Pick<PlainFirm, 'id' | 'center_id'>): Promise<Person> {
    return house.signIn({ role: 'firm_representative', center: { id: firm.center_id }, scope: { kind: 'firm', id: firm.id } })
  }

  close(): Promise<void> {
    return this.house.close()
  }

  bank(index: number) {
    const found = this.banks[index]
    if (!found) throw new Error(`no bank ${index}`)
    return found
  }

  body(given: Partial<CreateDemand> = {}): CreateDemand {
    return { firmId: this.firm.id, need: aNeed(), purposeText: '进年货', contact: { name: '林禾', phone: '13800138000' }, ...given }
  }

  move(who: Clients, id: string, action: DemandAction, body: ActOnDemand = {}) {
    return who.financingDemands.act({ params: { center: 'shangbai', id, action }, body })
  }

  act(who: Clients, id: string, action: ReferralAction, body: ActOnReferral = {}) {
    return who.financingReferrals.act({ params: { center: 'shangbai', id, action }, body })
  }

  demand(who: Clients, id: string) {
    return who.financingDemands.get({ params: { center: 'shangbai', id } })
  }

  referral(who: Clients, id: string) {
    return who.financingReferrals.get({ params: { center: 'shangbai', id } })
  }

  async matched(given: Partial<CreateDemand> = {}): Promise<string> {
    const { id } = await this.owner.financingDemands.create({ params: { center: 'shangbai' }, body: this.body(given) })
    await this.move(this.owner, id, 'submit')
    await this.move(this.staff, id, 'verify')
    return id
  }

  picks(...indexes: number[]): ActOnDemand {
    return { audience: 'picked', consentVersion: sharingVersion, picks: indexes.map((index) => ({ productId: this.bank(index).productId, purposes: ['demand', 'contact', 'result'] })) }
  }

  /** A demand sent to banks by their indexes. @returns ids of the demand and of its referrals, in the order of the banks */
  async picked(indexes: readonly number[], given: Partial<CreateDemand> = {}): Promise<{ id: string; referrals: string[] }> {
    const id = await this.matched(given)
    await this.move(this.owner, id, 'open', this.picks(...indexes))
    const { referrals } = await this.demand(this.owner, id)
    return { id, referrals: indexes.map((index) => this.referralOf(referrals, index)) }
  }

  /** A demand sent to all banks. */
  async openToAll(given: Partial<CreateDemand> = {}): Promise<{ id: string; referrals: string[] }> {
    const id = await this.matched(given)
    await this.move(this.owner, id, 'open', { audience: 'all' })
    const { referrals } = await this.demand(this.owner, id)
    return { id, referrals: this.banks.map((_, index) => this.referralOf(referrals, index)) }
  }

  referralOf(referrals: readonly { id: string; bank: { id: string } }[], index: number): string {
    const found = referrals.find(({ bank }) => bank.id === this.bank(index).bank.id)
    if (!found) throw new Error(`no referral of bank ${index}`)
    return found.id
  }

  readonly grant = { amountFen: 50_000_000, rateBp: 420, allInBp: 465, months: 12, security: 'credit', validUntil: '2027-03-31' } as const
  readonly drawdown = { amountFen: 50_000_000, allInBp: 465, drawnOn: '2026-12-01' } as const

  /** From picked to where it is disbursed, with one drawdown reported by the bank. */
  async disbursed(index: number, given: Partial<CreateDemand> = {}): Promise<{ id: string; referral: string; drawdownId: string }> {
    const { id, referrals: [referral = ''] } = await this.picked([index], given)
    const { officer } = this.bank(index)
    await this.act(officer, referral, 'claim')
    await this.act(officer, referral, 'contact', { materials: ['营业执照'] })
    await this.act(this.owner, referral, 'deliver')
    await this.act(officer, referral, 'answer-materials', { answer: { gaps: [] } })
    await this.act(officer, referral, 'grant', { grant: this.grant })
    await this.act(this.owner, referral, 'sign')
    await this.act(officer, referral, 'report-drawdown', { drawdown: this.drawdown })
    const { drawdowns } = await this.referral(this.owner, referral)
    return { id, referral, drawdownId: drawdowns[0]?.id ?? '' }
  }
}
