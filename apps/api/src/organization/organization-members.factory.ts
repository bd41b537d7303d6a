import { idNumberCheck } from '@dangqun/contracts/kit/numbers'
import type { MemberCategory, MemberFlow, Sex } from '@dangqun/contracts/organization/members/vocabulary'
import type { Seeded } from '../platform/seeded/seeded.js'
import { addMonths, dayOf } from './organization-members.rules.js'

/** A row of `members`, by column; the ID number and the phone plain: `sealMembers` makes a storable row of it. */
export interface PlainMember {
  center_id: string
  id: string
  person_id: string
  branch_id: string
  firm_id: string | null
  category: MemberCategory
  flow: MemberFlow
  former_name: string | null
  id_number: string
  sex: Sex
  born_on: string
  ethnicity: string
  education: string
  joined_on: string
  confirmed_on: string | null
  probation_ends_on: string | null
  extended_to: string | null
  emergency_name: string | null
  emergency_phone: string | null
  created_at: Date
}

/** A made-up member with an ID number of no real place: 99 is no province's code. */
export function aMember(seeded: Seeded, now: Date, fixed: { center_id: string; person_id: string; branch_id: string } & Partial<PlainMember>): PlainMember {
  const two = (value: number) => String(value).padStart(2, '0')
  const year = Number(dayOf(now).slice(0, 4))
  const age = seeded.weighted([[seeded.int(22, 34), 45], [seeded.int(35, 49), 35], [seeded.int(50, 70), 20]] as const)
  const born = `${year - age}-${two(seeded.int(1, 12))}-${two(seeded.int(1, 28))}`
  const sex = seeded.pick(['male', 'female'] as const)
  const digits = `990${two(seeded.int(1, 99))}${seeded.int(1, 9)}${born.replaceAll('-', '')}${two(seeded.int(0, 99))}${seeded.int(0, 4) * 2 + (sex === 'male' ? 1 : 0)}`
  const isProbationary = (fixed.category ?? seeded.weighted([['full', 94], ['probationary', 6]] as const)) === 'probationary'
  const joined = isProbationary ? addMonths(dayOf(now), -seeded.int(1, 10)) : `${year - seeded.int(2, Math.max(2, age - 20))}-${two(seeded.int(1, 12))}-${two(seeded.int(1, 28))}`
  return {
    id: seeded.uuid(now), firm_id: null, category: isProbationary ? 'probationary' : 'full', flow: seeded.weighted([['normal', 88], ['outflow', 5], ['inflow', 4], ['lost_contact', 2], ['suspended', 1]] as const),
    former_name: null, id_number: digits + idNumberCheck(digits), sex, born_on: born,
    ethnicity: seeded.weighted([['01', 92], ['03', 4], ['11', 2], ['15', 2]] as const),
    education: seeded.weighted([['21', 44], ['31', 26], ['14', 12], ['61', 9], ['41', 6], ['71', 3]] as const),
    joined_on: joined, confirmed_on: isProbationary ? null : addMonths(joined, 12), probation_ends_on: isProbationary ? addMonths(joined, 12) : null, extended_to: null,
    emergency_name: null, emergency_phone: null, created_at: now, ...fixed,
  }
}
