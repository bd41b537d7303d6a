import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { industries, type Purpose, type Security } from '@dangqun/contracts/financing/vocabulary'
import { sectionOf } from '@dangqun/contracts/organization/firms/vocabulary'
import type { PlainFirm } from '../src/organization/organization.factory.js'
import { addMonths, localDateOf } from '../src/platform/calendar/calendar.rules.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'
import { demandReasons, type DemandPlot } from './demo-demands.js'

const wan = 1_000_000
/** By building, in their order: some have enough firms for a figure, some too few. */
const shareOfBuildings = [30, 24, 15, 12, 9, 6, 4]
/** Divisions that borrow more often: food, trade, software. */
const keenDivisions = ['62', '51', '65', '64', '72']

/** Different firms, at least a year and a half old; shops and small offices rather than large ones. */
export function pickFirms(seeded: Seeded, firms: readonly PlainFirm[], count: number, now: Date): PlainFirm[] {
  const oldEnough = firms.filter(({ founded_on, size }) => founded_on <= addMonths(localDateOf(now), -18) && size !== 'large')
  const buildings = [...new Set(firms.map(({ building_id }) => building_id))].sort((a, b) => firmsIn(firms, b) - firmsIn(firms, a))
  const chosen: PlainFirm[] = []
  const shop = oldEnough.find(({ kind, industry }) => kind === 'individual' && industry === '62')
  if (shop) chosen.push(shop)
  while (chosen.length < Math.min(count, oldEnough.length)) {
    const building = seeded.weighted(buildings.map((id, index) => [id, shareOfBuildings[index] ?? 1] as const))
    const isKeen = seeded.next() < 0.7
    const left = oldEnough.filter((firm) => !chosen.includes(firm) && firm.building_id === building && (!isKeen || keenDivisions.includes(firm.industry)))
    const firm = left[seeded.int(0, Math.max(0, left.length - 1))]
    if (firm) chosen.push(firm)
  }
  return chosen
}

function firmsIn(firms: readonly PlainFirm[], building: string): number {
  return firms.filter(({ building_id }) => building_id === building).length
}

/** What such a firm would ask for, with every optional answer. */
export function needOf(seeded: Seeded, firm: PlainFirm, now: Date, fixed: DemandPlot['need']): { need: NeedAnswers; purposeText: string } {
  const isShop = firm.kind === 'individual'
  const isSoftware = firm.industry === '64' || firm.industry === '65'
  const purpose = fixed?.purpose ?? seeded.weighted<Purpose>(isSoftware ? [['turnover', 6], ['research', 2], ['equipment', 2], ['rent', 1]] : [['stock', 4], ['turnover', 4], ['fit_out', 2], ['equipment', 2], ['rent', 2], ['other', 0.3]])
  const isLong = purpose === 'fit_out' || purpose === 'equipment'
  const preferredSecurity = seeded.weighted<Security>([['credit', 70], ['mortgage', isShop ? 6 : 14], ['state_guarantee', 12], ['guarantee', 6]])
  const amount = isShop ? seeded.pick([5, 8, 10, 15, 20, 30]) : firm.size === 'micro' ? seeded.pick([10, 20, 30, 50]) : seeded.pick([30, 50, 80, 100, 150, 200])
  const industry = industries.find((letter) => letter === sectionOf(firm.industry)?.letter)
  return {
    purposeText: seeded.pick(purpose === 'equipment' ? demandReasons.equipment[firm.industry === '62' ? 'food' : isSoftware ? 'software' : 'other'] : demandReasons[purpose]),
    need: {
      amountFen: amount * wan, ...(fixed ? {} : { leastAmountFen: Math.ceil(amount * 0.6) * wan }), months: isLong ? seeded.pick([24, 36]) : seeded.pick([6, 12, 12]), isTermAdjustable: seeded.next() < 0.6, purpose, wantsRenewal: false, preferredSecurity,
      acceptableSecurities: preferredSecurity === 'credit' ? (seeded.next() < 0.4 ? ['state_guarantee'] : []) : ['credit'],
      ...(preferredSecurity === 'mortgage' ? { collateralBand: amount >= 100 ? ('from_300' as const) : ('from_100' as const) } : {}),
      firmKind: firm.kind, ...(industry ? { industry } : {}), foundedOn: firm.founded_on > localDateOf(now) ? localDateOf(now) : firm.founded_on,
      revenueBand: isShop ? seeded.pick(['under_100', 'from_100']) : firm.size === 'micro' ? 'from_100' : seeded.pick(['from_500', 'from_2000']), taxBand: isShop ? 'under_1' : seeded.pick(['from_1', 'from_5', 'from_20']),
      taxGrade: isShop ? 'not_applicable' : seeded.weighted([['A', 2], ['B', 5], ['M', 3]]), staffBand: firm.size === 'micro' ? 'under_10' : 'from_10', isFirstLoan: seeded.next() < 0.35, ...fixed,
    },
  }
}
