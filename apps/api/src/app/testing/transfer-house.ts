import { randomUUID } from 'node:crypto'
import type { TransferForm } from '@dangqun/contracts/transfer/schemas'
import type { TransferAction, TransferOffice, TransferState } from '@dangqun/contracts/transfer/vocabulary'
import type pg from 'pg'
import { TestHouse, testNow, type Clients } from './test-house.js'
import { aPerson, type PlainOrganization } from '../../organization/organization.factory.js'
import type { PlainMember } from '../../organization/organization-members.factory.js'
import { sealPersons } from '../../organization/organization-phone.rules.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { bulkInsert } from '../../platform/database/bulk-insert.js'
import { formColumn, messageColumn } from '../../transfer/transfer-seal.rules.js'
import type { TwinBody } from '../../transfer/transfer-twin.rules.js'
import { aForm, aTransfer, type PlainTransfer } from '../../transfer/transfer.factory.js'

type Person = Clients & { accountId: string }

/** A house with a committee, two branches below it, another committee, and somebody in every office. */
export class TransferHouse {
  committee!: PlainOrganization
  branch!: PlainOrganization
  sister!: PlainOrganization
  elsewhere!: PlainOrganization
  farBranch!: PlainOrganization
  member!: Person
  desk!: Person
  secretary!: Person
  sisterSecretary!: Person
  officer!: Person
  /** The officer's colleague, for second opinions. */
  colleague!: Person
  private farOfficer!: Person
  private farColleague!: Person
  private farSecretary!: Person
  private memberPersonId = ''

  private constructor(private readonly house: TestHouse) {}

  static async open(): Promise<TransferHouse> {
    const house = new TransferHouse(await TestHouse.open())
    await house.fill()
    return house
  }

  private async fill(): Promise<void> {
    const { house } = this
    const center = house.center
    this.committee = await house.organization({ kind: 'committee', can_approve_probationary: true })
    this.branch = await house.organization({ kind: 'joint_branch', reports_to: this.committee.id, can_approve_probationary: false })
    this.sister = await house.organization({ kind: 'branch', reports_to: this.committee.id, can_approve_probationary: false })
    this.elsewhere = await house.organization({ kind: 'committee', can_approve_probationary: true })
    this.farBranch = await house.organization({ kind: 'branch', reports_to: this.elsewhere.id, can_approve_probationary: false })
    const officer = (committee: PlainOrganization) => house.signIn({ role: 'committee_officer', center, scope: { kind: 'committee', id: committee.id } })
    const secretary = (branch: PlainOrganization) => house.signIn({ role: 'branch_secretary', center, scope: { kind: 'branch', id: branch.id } })
    this.member = await house.signIn()
    this.desk = await house.staff()
    this.secretary = await secretary(this.branch)
    this.sisterSecretary = await secretary(this.sister)
    this.officer = await officer(this.committee)
    this.colleague = await officer(this.committee)
    this.farOfficer = await officer(this.elsewhere)
    this.farColleague = await officer(this.elsewhere)
    this.farSecretary = await secretary(this.farBranch)
    const person = aPerson(house.seeded, { center_id: center.id, now: testNow, account_id: this.member.accountId })
    await bulkInsert(house.owner, 'persons', sealPersons(this.cipher, [person]))
    this.memberPersonId = person.id
  }

  get app() {
    return this.house.app
  }
  get anonymous(): Clients {
    return this.house.anonymous
  }
  get centers() {
    return { here: this.house.center.id, there: this.house.other.id }
  }

  /** A committee of the other centre with its officer, and a branch of it with its secretary. */
  async otherCentre(): Promise<{ committee: PlainOrganization; officer: Person; branch: PlainOrganization; secretary: Person }> {
    const { house } = this
    const committee = await house.organization({ center_id: house.other.id, kind: 'committee', can_approve_probationary: true, code: '340111009999' })
    const branch = await house.organization({ center_id: house.other.id, kind: 'branch', reports_to: committee.id, can_approve_probationary: false })
    return {
      committee, officer: await house.signIn({ role: 'committee_officer', center: house.other, scope: { kind: 'committee', id: committee.id } }),
      branch, secretary: await house.signIn({ role: 'branch_secretary', center: house.other, scope: { kind: 'branch', id: branch.id } }),
    }
  }

  /** A message in the outbox of this centre, without the job that would carry it. */
  async message(transferKey: string, body: TwinBody): Promise<string> {
    const id = randomUUID()
    const sealed = this.cipher.seal(messageColumn, { centerId: this.house.center.id, id }, JSON.stringify(body))
    await bulkInsert(this.owner, 'transfer_messages', [{ center_id: this.house.center.id, id, to_center_id: this.house.other.id, transfer_key: transferKey, step: body.step, body: sealed, created_at: this.clock.now() }])
    return id
  }

  get owner(): pg.Client {
    return this.house.owner
  }
  get clock() {
    return this.house.clock
  }
  /** Accounts of the committee that receives stored cases. */
  get receivers(): string[] {
    return [this.farOfficer.accountId, this.farColleague.accountId]
  }
  private get cipher(): FieldCipher {
    return new FieldCipher(this.house.config.cipherKeys)
  }

  close(): Promise<void> {
    return this.house.close()
  }

  /** The clock stands at its usual moment, and no case is left. */
  async reset(): Promise<void> {
    this.house.clock.set(testNow)
    await this.owner.query('truncate transfers, transfer_slips, transfer_steps, transfer_letters, transfer_messages, transfer_messages_taken')
    await this.owner.query(`delete from audit_facts where fact like 'transfer.%'`)
  }

  form(given: Partial<TransferForm>): TransferForm {
    return aForm(this.house.seeded, { originBranchName: null, originCommitteeName: null, ...given })
  }

  /** A standing member of the roll. */
  rollMember(given: Partial<PlainMember>): Promise<PlainMember> {
    return this.house.member(given)
  }

  /** A stored case between two committees of this centre, in any state, with everybody in their offices. */
  async stored(state: TransferState, given: Partial<PlainTransfer> = {}): Promise<PlainTransfer> {
    const row = this.aStored(state, given)
    await this.keep([row])
    return row
  }

  /** Many of them at once. */
  async manyStored(count: number, state: TransferState): Promise<PlainTransfer[]> {
    const rows = Array.from({ length: count }, () => this.aStored(state, {}))
    await this.keep(rows)
    return rows
  }

  private aStored(state: TransferState, given: Partial<PlainTransfer>): PlainTransfer {
    const { house } = this
    const isHeld = state === 'refusal_pending' || state === 'rejection_pending'
    return aTransfer(house.seeded, house.clock.now(), {
      center_id: house.center.id, person_id: this.memberPersonId, state, form: this.form({ originBranchId: this.branch.id, originBranchName: this.branch.full_name, originCommitteeName: this.committee.full_name, receivingCommitteeCode: null }),
      origin_branch_id: this.branch.id, origin_branch_name: this.branch.full_name, origin_committee_id: this.committee.id, origin_committee_name: this.committee.full_name,
      receiving_branch_id: this.farBranch.id, receiving_branch_name: this.farBranch.full_name, receiving_committee_id: this.elsewhere.id, receiving_committee_name: this.elsewhere.full_name,
      ...(isHeld ? { held_from: state === 'refusal_pending' ? ('endorsed' as const) : ('receiving' as const), held_by: this.member.accountId } : {}),
      ...(state === 'issued' ? { letter_valid_until: '2026-12-31' } : {}), ...given,
    })
  }

  private async keep(rows: readonly PlainTransfer[]): Promise<void> {
    await this.owner.query('begin')
    await bulkInsert(this.owner, 'transfers', rows.map((row) => ({ ...row, form: this.cipher.seal(formColumn, { centerId: row.center_id, id: row.id }, JSON.stringify(row.form)) })))
    await bulkInsert(this.owner, 'transfer_steps', rows.map(({ center_id, id, version, state, created_at }) => ({ center_id, transfer_id: id, version, action: 'create', from_state: null, to_state: state, at: created_at })))
    await this.owner.query('commit')
  }

  /** Somebody who sits in this office of a stored case, and asked for no second opinion. */
  inOffice(office: TransferOffice): Clients {
    return { member: this.member, center: this.desk, origin_branch: this.secretary, origin_committee: this.officer, receiving_committee: this.farOfficer, receiving_branch: this.farSecretary }[office]
  }

  /** People with roles, and no office of a stored case. */
  async strangers(): Promise<Record<string, Clients>> {
    const { house } = this
    const { center, other } = house
    return {
      worker: await house.signIn(),
      'bank officer': await house.signIn({ role: 'bank_officer', center }),
      'firm representative': await house.signIn({ role: 'firm_representative', center }),
      'secretary of a sister branch': this.sisterSecretary,
      'officer without a scope': await house.signIn({ role: 'committee_officer', center }),
      'staff of another centre': await house.staff(other),
      'system administrator': await house.signIn({ role: 'system_admin', center: null }),
    }
  }

  /** With what the rules refuse an act on a stored case of `out` on paper that machine and policy allow; null: they do not. */
  refusedByRules(state: TransferState, action: TransferAction): string | null {
    if (action === 'close') return 'transfer.dutiesOpen'
    return action === 'place' || (action === 'accept' && (state === 'endorsed' || state === 'expired')) ? 'transfer.wrongState' : null
  }

  async rowOf(id: string): Promise<{ state: TransferState; version: number; steps: number; facts: number }> {
    return this.house.one(
      `select t.state, t.version, (select count(*)::int from transfer_steps s where s.transfer_id = t.id) as steps,
         (select count(*)::int from audit_facts a where a.subject_id = t.id and a.fact = 'transfer.moved') as facts
       from transfers t where t.id = $1`,
      [id],
    )
  }

  async factsOf(id: string): Promise<string[]> {
    const { rows } = await this.owner.query<{ fact: string }>('select fact from audit_facts where subject_id = $1 order by id', [id])
    return rows.map(({ fact }) => fact)
  }

  async counts(): Promise<unknown> {
    return this.house.one('select (select count(*) from transfers) as transfers, (select count(*) from transfer_steps) as steps, (select count(*) from persons) as persons')
  }
}
