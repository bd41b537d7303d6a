import type { Coverage } from '@dangqun/contracts/organization/firms/schemas'
import { leastToldFirms } from '@dangqun/contracts/organization/firms/vocabulary'

/** Of one building, exact. */
export interface BuildingReach {
  id: string
  name: string
  firms: number
  /** Firms with a branch of their own. */
  own: number
  /** Others, with a member in a joint branch. */
  joint: number
  /** Firms with three full members or more. */
  eligible: number
  /** … with a branch of their own. */
  founded: number
}

const isSmall = (count: number) => count > 0 && count < leastToldFirms

/**
 * What may be told. That a firm has a branch is on the public chart; that it reaches members through a joint branch
 * is not, and where few firms do, the figure could be about one firm's people: Membership is sensitive (PIPL Art. 28).
 * A single hidden building could be worked out from the total, so others are hidden with it until enough stand together.
 */
export function coverageOf(exact: readonly BuildingReach[]): Coverage {
  const hidden = new Set(exact.filter(({ joint }) => isSmall(joint)))
  const bySize = exact.filter((each) => !hidden.has(each)).sort((a, b) => Number(a.joint === 0) - Number(b.joint === 0) || a.joint - b.joint)
  while (hidden.size > 0 && bySize[0] && (hidden.size < 2 || sumOf([...hidden], 'joint') < leastToldFirms)) hidden.add(bySize.shift() as BuildingReach)
  const whole = { firms: sumOf(exact, 'firms'), own: sumOf(exact, 'own'), joint: sumOf(exact, 'joint') }
  const [eligible, founded] = [sumOf(exact, 'eligible'), sumOf(exact, 'founded')]
  return {
    eligible: isSmall(eligible) ? null : eligible,
    founded: isSmall(eligible) ? null : founded,
    total: told(whole, isSmall(whole.joint)),
    buildings: exact.map((each) => ({ id: each.id, name: each.name, ...told(each, hidden.has(each)) })),
  }
}

function told({ firms, own, joint }: Pick<BuildingReach, 'firms' | 'own' | 'joint'>, isHidden: boolean) {
  return { firms, own, joint: isHidden ? null : joint, reached: isHidden ? null : own + joint }
}

function sumOf(rows: readonly BuildingReach[], field: 'firms' | 'own' | 'joint' | 'eligible' | 'founded'): number {
  return rows.reduce((sum, row) => sum + row[field], 0)
}
