import type pg from 'pg'
import { referralEnds } from '@dangqun/contracts/financing/referrals/vocabulary'
import { contactVersion } from '@dangqun/contracts/accounts/vocabulary'
import { bindingConsentVersion } from '@dangqun/contracts/organization/bindings/vocabulary'
import { aDemand, sealDemand } from '../src/financing/financing-case.factory.js'
import { renewalTask, settleDemandTask, settleReferralTask } from '../src/financing/financing-case.service.js'
import { keptOf } from '../src/financing/financing-matching.service.js'
import { renewalAt } from '../src/financing/financing-referrals.rules.js'
import { DemandStory } from '../src/financing/financing-story.factory.js'
import { aNotice, type PlainNotice } from '../src/notices/notices.factory.js'
import { aPerson, type PlainFirm, type PlainPerson } from '../src/organization/organization.factory.js'
import { sealPersons } from '../src/organization/organization-phone.rules.js'
import type { WorkCalendar } from '../src/platform/calendar/calendar.rules.js'
import type { Sealing } from '../src/platform/crypto/encrypted-column.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'
import { demoDemands, type DemandPlot } from './demo-demands.js'
import type { DemoFinancing } from './demo-financing.js'
import { needOf, pickFirms } from './demo-needs.js'
import { tellDemand } from './seed-demand-stories.js'

export interface DemandSetting {
  readonly centerId: string
  readonly firms: readonly PlainFirm[]
  readonly financing: DemoFinancing
  readonly now: Date
  readonly calendar: WorkCalendar
  readonly cipher: Sealing
  /** By console username. */
  readonly accounts: ReadonlyMap<string, string>
  /** Opens a persona's account. */
  readonly accountOfPersona: (name: string) => Promise<string>
}

/** Who stands for a firm, and since when. */
interface Representative {
  readonly person: PlainPerson
  readonly accountId: string
  readonly firm: PlainFirm
}

const dayMs = 86_400_000
/** Whose desks at banks are the demo's. */
const bankers = { 徽远银行: 'banker', 远帆银行: 'banker2' } as Record<string, string>

/** Demands and referrals in every state, over half a year, as the product would have left them. */
export async function addDemands(owner: pg.Client, seeded: Seeded, setting: DemandSetting): Promise<void> {
  const { centerId, now, cipher } = setting
  const firms = pickFirms(seeded, setting.firms, demoDemands.length, now)
  const byPersona = new Map<string, Representative>()
  const representatives: Representative[] = []
  const stories: DemandStory[] = []
  const matches: object[] = []
  for (const [index, plot] of demoDemands.entries()) {
    const firm = firms[index]
    if (!firm) break
    const representative = (plot.persona && byPersona.get(plot.persona)) || (await standIn(seeded, setting, firm, plot))
    if (plot.persona) byPersona.set(plot.persona, representative)
    if (!representatives.includes(representative)) representatives.push(representative)
    const { story, basis } = tell(seeded, setting, plot, representative, index)
    stories.push(story)
    const matched = story.demandSteps.find(({ action }) => action === 'match')
    if (!matched) continue
    const { demandId, ...kept } = keptOf(story.demand.id, story.demand.need, basis)
    matches.push({ center_id: centerId, demand_id: demandId, ...kept, matched_at: matched.at })
  }
  await keepRepresentatives(owner, seeded, setting, representatives)
  await bulkInsert(owner, 'financing_demands', stories.map(({ demand }) => sealDemand(cipher, demand)))
  await bulkInsert(owner, 'financing_demand_steps', stories.flatMap(({ demandSteps }) => demandSteps))
  await bulkInsert(owner, 'financing_demand_matches', matches)
  await bulkInsert(owner, 'financing_referrals', stories.flatMap(({ referrals }) => referrals))
  await bulkInsert(owner, 'financing_referral_steps', stories.flatMap(({ referralSteps }) => referralSteps))
  await bulkInsert(owner, 'financing_sharings', stories.flatMap(({ sharings }) => sharings))
  await bulkInsert(owner, 'financing_drawdowns', stories.flatMap(({ drawdowns }) => drawdowns))
  await bulkInsert(owner, 'financing_ratings', stories.flatMap(({ ratings }) => ratings))
  await bulkInsert(owner, 'financing_calls', stories.flatMap(({ calls }) => calls))
  await bulkInsert(owner, 'notices', stories.flatMap((story) => noticesOf(seeded, setting, story)))
  await planClocks(owner, centerId, stories, now)
}

function tell(seeded: Seeded, { centerId, now, calendar, financing, accounts }: DemandSetting, plot: DemandPlot, { person, accountId, firm }: Representative, turn: number) {
  const { need, purposeText } = needOf(seeded, firm, now, plot.need)
  return tellDemand(seeded, plot, {
    now, calendar, financing, turn,
    fresh: (at) => aDemand(seeded, at, { center_id: centerId, firm_id: firm.id, person_id: person.id, need, purpose_text: purposeText, contact: { name: person.name ?? '', phone: person.phone ?? '' } }),
    story: {
      calendar, representative: accountId,
      accountOf: (party, bankId) => (party === 'firm' ? accountId : (accounts.get(party === 'center' ? 'staff' : bankerOf(financing, bankId)) ?? null)),
    },
  })
}

/** The console username of a bank's officer; empty: none in the demo. */
function bankerOf({ banks }: DemoFinancing, bankId: string | null): string {
  return bankers[banks.find(({ id }) => id === bankId)?.name ?? ''] ?? ''
}

async function standIn(seeded: Seeded, { centerId, now, accountOfPersona }: DemandSetting, firm: PlainFirm, { persona }: DemandPlot): Promise<Representative> {
  const accountId = persona ? await accountOfPersona(persona) : seeded.uuid(now)
  return { accountId, firm, person: aPerson(seeded, { center_id: centerId, now, account_id: accountId }) }
}

/** Each bound to its firm at the desk, before it asked for anything. */
async function keepRepresentatives(owner: pg.Client, seeded: Seeded, { centerId, now, cipher, accounts }: DemandSetting, representatives: readonly Representative[]): Promise<void> {
  const since = new Date(now.getTime() - 200 * dayMs)
  await owner.query('insert into accounts (id) select unnest($1::uuid[]) on conflict do nothing', [representatives.map(({ accountId }) => accountId)])
  await bulkInsert(owner, 'consents', representatives.flatMap(({ accountId: account_id }) => (['privacy', 'contact', 'firm'] as const).map((purpose) => ({
    account_id, purpose, version: purpose === 'privacy' ? '2026-11' : purpose === 'contact' ? contactVersion : bindingConsentVersion, granted_at: since, withdrawn_at: null,
  }))))
  await bulkInsert(owner, 'persons', sealPersons(cipher, representatives.map(({ person }) => person)))
  const grants = representatives.map(({ accountId, firm }) => ({ id: seeded.uuid(since), account_id: accountId, role: 'firm_representative', center_id: centerId, scope_kind: 'firm', scope_id: firm.id, granted_by: accounts.get('staff') ?? null, created_at: since }))
  await bulkInsert(owner, 'grants', grants)
  await bulkInsert(owner, 'bindings', representatives.map(({ person, firm }, index) => ({
    center_id: centerId, id: seeded.uuid(since), person_id: person.id, kind: 'firm', state: 'confirmed', claim_name: person.name, claim_firm: firm.name, basis: firm.kind === 'individual' ? 'legal_representative' : 'authorization', firm_id: firm.id,
    grant_id: grants[index]?.id ?? null, consent_version: bindingConsentVersion, evidence: firm.kind === 'individual' ? '营业执照、身份证原件' : '授权书、身份证原件', created_at: since, decided_at: new Date(since.getTime() + 3 * 3_600_000),
  })))
}

/** What the desks of the demo and its persona were told last. */
function noticesOf(seeded: Seeded, { centerId, accounts, financing }: DemandSetting, { demand, referrals }: DemandStory): PlainNotice[] {
  const told = (at: Date, given: Partial<PlainNotice>) => aNotice(seeded, at, { center_id: centerId, parameters: {}, subject_slice: 'financing', ...given })
  const desk = demand.holder === 'center' ? ['staff', 'manager'] : []
  return [
    ...(demand.state === 'draft' && demand.note === null ? [] : [told(demand.changed_at, { person_id: demand.person_id, kind: 'financing.demandMoved', subject_id: demand.id, occurrence: String(demand.version) })]),
    ...desk.flatMap((username) => (accounts.has(username) ? [told(demand.entered_at, { account_id: accounts.get(username) ?? null, kind: 'financing.demandWaiting', subject_id: demand.id, occurrence: String(demand.version) })] : [])),
    ...referrals.flatMap((row) => {
      const account = accounts.get(bankerOf(financing, row.bank_id))
      return row.holder === 'bank' && account !== undefined ? [told(row.changed_at, { account_id: account, kind: 'financing.referralWaiting', subject_id: row.id, occurrence: String(row.version) })] : []
    }),
  ]
}

/** The jobs that the services would have left waiting. */
async function planClocks(owner: pg.Client, centerId: string, stories: readonly DemandStory[], now: Date): Promise<void> {
  const jobs = stories.flatMap(({ demand, referrals, sharings }) => [
    ...(demand.state === 'open' && demand.holder === 'bank' && demand.due_at ? [{ task: settleDemandTask, id: demand.id, at: demand.due_at.getTime() + 1000 }] : []),
    ...referrals.flatMap(({ id, due_at }) => (due_at ? [{ task: settleReferralTask, id, at: due_at.getTime() + 1000 }] : [])),
    ...referrals.flatMap(({ id, state }) => {
      const standing = referralEnds.includes(state) ? undefined : sharings.find(({ referral_id, ended_at }) => referral_id === id && ended_at === null)
      return standing ? [{ task: renewalTask, id, at: renewalAt(standing.expires_at).getTime() }] : []
    }),
  ]).filter(({ at }) => at > now.getTime())
  await owner.query(
    `select enqueue_job(task, json_build_object('centerId', $1::text, 'subjectId', id), at, task || ':' || id) from unnest($2::text[], $3::text[], $4::timestamptz[]) as t (task, id, at)`,
    [centerId, jobs.map(({ task }) => task), jobs.map(({ id }) => id), jobs.map(({ at }) => new Date(at))],
  )
}
