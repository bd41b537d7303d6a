import type pg from 'pg'
import { bindingConsentVersion } from '@dangqun/contracts/organization/bindings/vocabulary'
import { aNotice } from '../src/notices/notices.factory.js'
import { aMember, type PlainMember } from '../src/organization/organization-members.factory.js'
import { aPerson, type PlainFirm, type PlainOrganization, type PlainPerson } from '../src/organization/organization.factory.js'
import { sealPersons } from '../src/organization/organization-phone.rules.js'
import { addDays, addMonths, localDateOf, type WorkCalendar } from '../src/platform/calendar/calendar.rules.js'
import type { Sealing } from '../src/platform/crypto/encrypted-column.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'
import { settleTask } from '../src/transfer/transfer-case.service.js'
import { formOf } from '../src/transfer/transfer-form.rules.js'
import { commentColumn, sealTransfer } from '../src/transfer/transfer-seal.rules.js'
import { played, wind, type PlainLetter, type PlainStep } from '../src/transfer/transfer-story.factory.js'
import { aForm, aTransfer, type PlainTransfer } from '../src/transfer/transfer.factory.js'
import type { DemoFinancing } from './demo-financing.js'
import { demoReceivers } from './demo-receivers.js'
import { demoOfficers, demoTransfers, freshMembers, type DemoTransfer } from './demo-transfers.js'

const dayMs = 86_400_000

/** One centre's tree, roll, firms and banks, as they were seeded. */
export interface SeededCenter {
  readonly id: string
  readonly slug: string
  readonly organizations: readonly PlainOrganization[]
  readonly persons: readonly PlainPerson[]
  readonly members: readonly PlainMember[]
  readonly firms: readonly PlainFirm[]
  readonly financing: DemoFinancing
}

interface Told {
  readonly row: PlainTransfer
  readonly steps: readonly PlainStep[]
  readonly letters: readonly PlainLetter[]
}

/** Cases in every state, as the product would have left them, at both ends of the one between two centres. */
export class TransferSeeds {
  constructor(
    private readonly owner: pg.Client,
    private readonly seeded: Seeded,
    private readonly cipher: Sealing,
    private readonly now: Date,
    private readonly calendar: WorkCalendar,
    /** By console username. */
    private readonly accounts: ReadonlyMap<string, string>,
    /** Opens a persona's account. */
    private readonly accountOfPersona: (name: string) => Promise<string>,
  ) {}

  async add(centers: readonly SeededCenter[]): Promise<void> {
    for (const center of centers) {
      const cases: Told[] = []
      for (const { persona, member } of freshMembers[center.slug] ?? []) await this.bind(center, persona, this.memberOf(center, member).member)
      const told = new Set<string>()
      for (const demo of demoTransfers[center.slug] ?? []) {
        const one = await this.tell(center, demo, centers)
        cases.push(one)
        if (demo.persona && !told.has(demo.persona)) await this.notify(one.row)
        if (demo.persona) told.add(demo.persona)
      }
      await this.keep(cases)
    }
  }

  private async tell(center: SeededCenter, demo: DemoTransfer, centers: readonly SeededCenter[]): Promise<Told> {
    const { seeded, now } = this
    const committee = center.organizations.find(({ kind }) => kind === 'committee')
    const branchNamed = (name: string | undefined) => center.organizations.find((each) => each.name === name)
    const known = demo.member ? this.memberOf(center, demo.member) : await this.newcomer(center)
    if (demo.persona) await this.bind(center, demo.persona, known.member)
    const receiver = demo.direction === 'out' ? [...demoReceivers, ...twinReceivers(centers)].find(({ name }) => name === demo.elsewhere) : undefined
    const origin = demo.direction === 'in' ? undefined : (branchNamed(demo.before) ?? center.organizations.find(({ id }) => id === known.member.branch_id))
    const receiving = branchNamed(demo.branch)
    const { member, person } = known
    const lastAgo = demo.steps.at(-1)?.ago ?? 0
    const form = aForm(seeded, {
      ...formOf({
        name: person.name ?? '', idNumber: member.id_number, ethnicity: member.ethnicity, education: member.education, category: member.category, joinedOn: member.joined_on, confirmedOn: member.confirmed_on,
        probationEndsOn: member.probation_ends_on, extendedTo: member.extended_to, formerName: null, phone: person.phone, branchId: member.branch_id,
      }),
      originBranchId: origin?.id ?? null, originBranchName: origin?.full_name ?? null, originCommitteeName: origin ? (committee?.full_name ?? null) : (demo.elsewhere ?? null), originCommitteeCode: origin ? (committee?.code ?? null) : null,
      receivingBranchId: receiving?.id ?? null, receivingBranchName: receiving?.full_name ?? null,
      receivingCommitteeName: receiver?.name ?? committee?.full_name ?? null, receivingCommitteeCode: receiver?.code ?? committee?.code ?? null, title: receiver?.title ?? null,
      destination: demo.destination ?? null, cause: demo.cause ?? 'employment', duesPaidTo: addMonths(addDays(localDateOf(now), lastAgo > 31 ? -lastAgo : 0), -(demo.duesBehind ?? 0)).slice(0, 7), validDays: demo.kind === 'cross_province_paper' ? 30 : null,
    })
    const twin = centers.find((each) => each.id !== center.id && each.organizations.some(({ code, kind }) => kind === 'committee' && code === receiver?.code))
    const isShared = twin !== undefined && demo.steps.some(({ action }) => action === 'issue')
    const officers = demoOfficers[center.slug]
    const fresh = aTransfer(seeded, now, {
      center_id: center.id, person_id: person.id, direction: demo.direction, kind: demo.kind, state: demo.direction === 'in' ? 'intake' : 'draft', form, consent_source: demo.onPaperConsent ? 'signed_paper' : 'phone',
      origin_committee_id: origin ? (committee?.id ?? null) : null, receiving_committee_id: demo.direction === 'out' ? null : (committee?.id ?? null), twin_center_id: twin?.id ?? null, step: isShared ? 1 : 0,
      ...(demo.archive ? { archive_channel: demo.archive.channel, archive_step: demo.archive.step } : {}),
    })
    const secretaryOf = (id: string | null) => this.accounts.get(officers?.branches[center.organizations.find((each) => each.id === id)?.name ?? ''] ?? '') ?? null
    const one = played(seeded, fresh, demo.steps, {
      now, calendar: this.calendar,
      accountOf: (office, action) => {
        switch (office) {
          case 'member': return null
          case 'center': return this.accounts.get(officers?.center ?? '') ?? null
          case 'origin_branch': return secretaryOf(fresh.origin_branch_id)
          case 'receiving_branch': return secretaryOf(fresh.receiving_branch_id)
          default: return this.accounts.get(officers?.committee[action.startsWith('confirm-') ? 1 : 0] ?? '') ?? null
        }
      },
    })
    if (demo.archive) one.row.archive_changed_at = one.row.entered_at
    if (isShared) await this.mirror(twin, one)
    return one
  }

  /** The receiving centre's own record of a case whose letter was just issued. */
  private async mirror(center: SeededCenter, { row, letters }: Told): Promise<void> {
    const committee = center.organizations.find(({ kind }) => kind === 'committee')
    const person = aPerson(this.seeded, { center_id: center.id, now: this.now })
    await bulkInsert(this.owner, 'persons', [{ center_id: center.id, id: person.id, created_at: this.now }])
    const at = row.entered_at
    const twin = aTransfer(this.seeded, this.now, {
      ...row, id: this.seeded.uuid(this.now), center_id: center.id, person_id: person.id, direction: 'in', twin_center_id: row.center_id, form: { ...row.form, originBranchId: null }, origin_branch_id: null, origin_committee_id: null,
      receiving_committee_id: committee?.id ?? null, version: 1, consent_at: row.consent_at, created_at: at, changed_at: at, submitted_at: null, archive_channel: null, archive_step: 'not_sent', archive_changed_at: null,
    })
    wind(twin, this.calendar)
    const step: PlainStep = {
      center_id: center.id, id: this.seeded.uuid(at), transfer_id: twin.id, version: 1, action: 'issue', from_state: null, to_state: 'issued', at, account_id: null, office: 'origin_committee', by_name: row.origin_committee_name,
      reason: null, comment: null,
    }
    await this.keep([{ row: twin, steps: [step], letters: letters.map((letter) => ({ ...letter, center_id: center.id, transfer_id: twin.id })) }])
  }

  private memberOf({ organizations, persons, members }: SeededCenter, [branch, place]: readonly [string, number]): { member: PlainMember; person: PlainPerson } {
    const id = organizations.find(({ name }) => name === branch)?.id
    const member = members.filter((each) => each.branch_id === id)[place]
    const person = persons.find((each) => each.id === member?.person_id)
    if (!member || !person) throw new Error(`no member ${place} of ${branch}`)
    return { member, person }
  }

  /** Somebody of another place: known here by a person only. */
  private async newcomer(center: SeededCenter): Promise<{ member: PlainMember; person: PlainPerson }> {
    const person = aPerson(this.seeded, { center_id: center.id, now: this.now })
    await bulkInsert(this.owner, 'persons', sealPersons(this.cipher, [person]))
    return { person, member: aMember(this.seeded, this.now, { center_id: center.id, person_id: person.id, branch_id: '', category: 'full' }) }
  }

  private async bind(center: SeededCenter, persona: string, member: PlainMember): Promise<void> {
    const accountId = await this.accountOfPersona(persona)
    await this.owner.query('update persons set account_id = $3 where center_id = $1 and id = $2', [center.id, member.person_id, accountId])
    if (member.branch_id === '') return
    // As the desk would have confirmed it: the role comes with the binding, and the binding with a consent.
    const { rows: [grant] } = await this.owner.query<{ id: string }>(`insert into grants (account_id, role, center_id) values ($1, 'member', $2) on conflict do nothing returning id`, [accountId, center.id])
    if (!grant) return
    const [askedAt, decidedAt] = [90, 89].map((days) => new Date(this.now.getTime() - days * dayMs))
    await this.owner.query(
      `insert into bindings (center_id, id, person_id, kind, state, claim_name, member_id, grant_id, consent_version, evidence, created_at, decided_at)
       select p.center_id, uuidv7(), p.id, 'member', 'confirmed', p.name, $3, $4, $5, '身份证原件', $6, $7 from persons p where p.center_id = $1 and p.id = $2`,
      [center.id, member.person_id, member.id, grant.id, bindingConsentVersion, askedAt, decidedAt],
    )
    await this.owner.query(`insert into consents (account_id, purpose, version, granted_at) values ($1, 'membership', $2, $3) on conflict do nothing`, [accountId, bindingConsentVersion, askedAt])
  }

  private async notify(row: PlainTransfer): Promise<void> {
    await bulkInsert(this.owner, 'notices', [
      aNotice(this.seeded, row.changed_at, { center_id: row.center_id, person_id: row.person_id, kind: 'transfer.moved', parameters: {}, subject_slice: 'transfer', subject_id: row.id, occurrence: String(row.version) }),
    ])
  }

  private async keep(cases: readonly Told[]): Promise<void> {
    const { owner, cipher } = this
    await bulkInsert(owner, 'transfers', cases.map(({ row }) => sealTransfer(cipher, row)))
    const steps = cases.flatMap((each) => each.steps)
    await bulkInsert(owner, 'transfer_steps', steps.map((each) => ({ ...each, comment: each.comment && cipher.seal(commentColumn, { centerId: each.center_id, id: each.id }, each.comment) })))
    await bulkInsert(owner, 'transfer_letters', cases.flatMap(({ letters }) => letters))
    for (const { row } of cases) {
      const isTimed = row.state === 'refusal_pending' || row.state === 'placed' || (row.state === 'issued' && row.letter_valid_until !== null)
      if (!isTimed || !row.due_at) continue
      await owner.query('select enqueue_job($1, $2, $3, $4)', [settleTask, JSON.stringify({ centerId: row.center_id, subjectId: row.id }), new Date(row.due_at.getTime() + 1000), `${settleTask}:${row.id}`])
    }
  }
}

/** Each centre's committee, as the other centres' directories have it. */
export function twinReceivers(centers: readonly Pick<SeededCenter, 'organizations'>[]): { name: string; code: string; title: string; region: string }[] {
  return centers.flatMap(({ organizations }) => organizations.filter(({ kind, tier, code }) => kind === 'committee' && tier === null && code !== null).map(({ name, code, full_name: title }) => ({ name, code: code ?? '', title, region: '合肥 · 经开' })))
}
