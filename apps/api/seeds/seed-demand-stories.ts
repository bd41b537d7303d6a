import type { LoanGrant } from '@dangqun/contracts/financing/referrals/schemas'
import type { RatingTag, SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { Frozen, PlainDemand } from '../src/financing/financing-case.factory.js'
import { nominalBp, type MatchProduct } from '../src/financing/financing-check.rules.js'
import { dueDaysFrom } from '../src/financing/financing-loan.rules.js'
import { keptOf, type MatchBasis } from '../src/financing/financing-matching.service.js'
import { DemandStory, type StorySetting } from '../src/financing/financing-story.factory.js'
import { addDays, addWorkingDays, isWorkingDay, localDateOf, type LocalDate, type WorkCalendar } from '../src/platform/calendar/calendar.rules.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'
import { courses, type Beat, type Course, type DemandPlot } from './demo-demands.js'
import type { DemoFinancing } from './demo-financing.js'

interface Telling {
  readonly now: Date
  readonly calendar: WorkCalendar
  readonly financing: DemoFinancing
  /** Where banks begin that are not named: every one gets its turn. */
  readonly turn: number
  readonly fresh: (at: Date) => PlainDemand
  readonly story: StorySetting
}

/** Something that happens at a moment; done in the order of time, whichever case it belongs to. */
interface Happening {
  readonly at: Date
  readonly happen: () => void
}

/** Plays one plot up to now, and tells what its ranking was made from. */
export function tellDemand(seeded: Seeded, plot: DemandPlot, { now, calendar, financing, turn, fresh, story: setting }: Telling): { story: DemandStory; basis: MatchBasis } {
  const first = workingDayBefore(calendar, localDateOf(now), plot.ago)
  const at = (days: number, hour: number) => momentOf(seeded, addWorkingDays(calendar, first, days), hour)
  const story = new DemandStory(seeded, fresh(at(0, 8)), setting)
  const basis = basisOn(financing, localDateOf(at(1, 10)))
  const isPast = (moment: Date) => moment < now
  const move = (action: Parameters<DemandStory['move']>[0], moment: Date, told?: Parameters<DemandStory['move']>[2]) => isPast(moment) && story.move(action, moment, told)
  const end = () => {
    story.end(now)
    return { story, basis }
  }
  if (plot.until === 'draft') return end()
  move('submit', at(0, 9))
  if (plot.until === 'submitted') return end()
  if (plot.until === 'returned') {
    move('return', at(1, 10), { note: '金额请写到万元；用途写具体一些，比如买什么设备。' })
    return end()
  }
  const verified = at(1, 10)
  if (move('verify', verified)) move('match', new Date(verified.getTime() + 1))
  if (plot.until === 'matched') return end()
  if (plot.until === 'given-up') {
    move('withdraw', at(3, 14))
    return end()
  }
  const openedDay = 2
  const opened = at(openedDay, 11)
  if (!isPast(opened)) return end()

  const { need } = story.demand
  const ranked = keptOf(story.demand.id, need, basis).results.flatMap(({ productId }) => basis.products.filter(({ id }) => id === productId))
  const inTurn = financing.banks.map((_, index, all) => all[(index + turn) % all.length]).flatMap((bank) => (bank ? [bank] : []))
  const banks = plot.banks ? plot.banks.flatMap((name) => financing.banks.filter((bank) => bank.name === name)) : inTurn
  const cases = (plot.courses ?? []).flatMap((course: Course, index) => {
    const bank = banks[index]
    const product = bank && ranked.find((each) => each.bank.id === bank.id)
    return bank && product ? [{ bankId: bank.id, course, product, frozen: { product_id: product.id, product_number: product.number, lpr_on: basis.context.lpr.publishedOn } satisfies Frozen }] : []
  })
  const purposes = (): SharingPurpose[] => (seeded.next() < 0.85 ? ['demand', 'contact', 'result'] : ['demand', 'contact'])
  if (plot.isToAll) story.openToAll(opened, financing.banks.map(({ id }) => id))
  else story.pick(opened, cases.map(({ bankId, frozen }) => ({ bankId, product: frozen, purposes: purposes() })))

  const agenda: Happening[] = []
  const plan = (moment: Date, happen: () => void) => { if (isPast(moment)) agenda.push({ at: moment, happen }) }
  for (const { bankId, course, product, frozen } of cases) {
    const beats: readonly Beat[] | null = courses[course]
    if (beats === null) continue
    const claimedOn = openedDay + (plot.isToAll ? 1 : seeded.int(0, 1))
    const claimed = at(claimedOn, 13)
    plan(claimed, () => story.act(bankId, 'claim', claimed, { product: frozen }))
    if (plot.isUnnamed) continue
    const consentedOn = plot.isToAll ? claimedOn + 1 : claimedOn
    if (plot.isToAll) {
      const consented = at(consentedOn, 9)
      plan(consented, () => story.act(bankId, 'consent', consented, { purposes: purposes() }))
    }
    let [day, hour] = [consentedOn, 13]
    for (const { action, wait, told, percent = 100, validDays = 45 } of beats) {
      day += wait
      hour = wait === 0 ? Math.min(17, hour + 1) : seeded.int(9, 16)
      const moment = at(day, hour)
      plan(moment, () => story.act(bankId, action, moment, { ...told, ...figuresFor(action, moment, percent, validDays, product) }))
    }
    const consentedDate = addWorkingDays(calendar, first, consentedOn)
    for (const [afterDays, share] of [[4, 0.7], [32, 0.5]] as const) {
      for (const party of ['firm', 'bank'] as const) {
        if (seeded.next() > share) continue
        const moment = momentOf(seeded, addDays(consentedDate, afterDays), party === 'firm' ? 18 : 19)
        const stars = party === 'bank' ? seeded.weighted([[5, 5], [4, 4], [3, 1]] as const) : seeded.weighted([[5, 6], [4, 5], [3, 2], [2, 1]] as const)
        plan(moment, () => story.act(bankId, 'rate', moment, { party, rating: { stars, tags: tagsFor(seeded, stars) } }))
      }
    }
  }
  const { end: ending } = plot
  if (ending) {
    const moment = at(openedDay + ending.after, 15)
    plan(moment, () => (ending.by === 'withdraw' ? story.move('withdraw', moment) : story.move('close', moment, { closeReason: ending.by })))
  }
  if (plot.isCalled) {
    const moment = at(openedDay + 4, 10)
    plan(moment, () => story.call(moment, 'reached'))
  }
  for (const { happen } of agenda.sort((a, b) => a.at.getTime() - b.at.getTime())) happen()
  return end()

  function figuresFor(action: Beat['action'], moment: Date, percent: number, validDays: number, product: MatchProduct) {
    const amountFen = Math.max(100_000, Math.round((need.amountFen * percent) / 100 / 100_000) * 100_000)
    const { terms } = product
    const { lowBp, highBp } = nominalBp(terms.pricing, basis.context.lpr)
    const rateBp = Math.round((lowBp + highBp) / 2)
    // Compounded monthly, and what fees there are.
    const allInBp = rateBp + Math.round((rateBp * rateBp) / 21_800) + (terms.fees ?? []).reduce((sum, { bp }) => sum + bp, 0)
    const drawdown = { amountFen, allInBp, drawnOn: localDateOf(moment) }
    if (action !== 'grant') return action === 'report-drawdown' || action === 'dispute-drawdown' || action === 'reconcile-drawdown' ? { drawdown } : {}
    const security = terms.securities.find((each) => each === need.preferredSecurity) ?? terms.securities.find((each) => need.acceptableSecurities.includes(each)) ?? terms.securities[0] ?? 'credit'
    return { grant: { amountFen, rateBp, allInBp, months: need.months, security, validUntil: addDays(localDateOf(moment), validDays) } satisfies LoanGrant }
  }
}

function tagsFor(seeded: Seeded, stars: number): RatingTag[] {
  const tags: readonly RatingTag[] = stars >= 4 ? ['quick', 'clear', 'patient'] : ['slow', 'unclear']
  return tags.filter(() => seeded.next() < 0.5)
}

/** What stood on offer on a day; what was measured of the banks' service is left out. */
function basisOn({ banks, versions, lprs }: DemoFinancing, today: LocalDate): MatchBasis {
  const products = versions.filter(({ state }) => state === 'approved').flatMap(({ product_id: id, number, bank_id, terms }) => {
    const bank = banks.find((each) => each.id === bank_id)
    return bank ? [{ id, number, bank: { id: bank.id, name: bank.name, kind: bank.kind }, terms, record: { cases: 0, medianWorkingDays: null, responsePermille: 0, satisfactionPermille: 0 } }] : []
  })
  // The newest first.
  const lpr = lprs.find(({ published_on }) => published_on <= today) ?? lprs.at(-1)
  if (!lpr) throw new Error('no LPR on file')
  return { products, records: {}, context: { today, lpr: { publishedOn: lpr.published_on, oneYearBp: lpr.one_year_bp, fiveYearBp: lpr.five_year_bp }, dueDays: dueDaysFrom(today, 120) } }
}

function workingDayBefore(calendar: WorkCalendar, today: LocalDate, count: number): LocalDate {
  let day = today
  for (let left = count; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(calendar, day)) left--
  }
  return day
}

function momentOf(seeded: Seeded, day: LocalDate, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:${String(seeded.int(2, 57)).padStart(2, '0')}:00+08:00`)
}
