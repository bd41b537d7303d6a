import type { CodeKind } from '@dangqun/contracts/centers/vocabulary'
import type { OpeningHours, SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import type { Seeded } from '../platform/seeded/seeded.js'
import { makeCode } from './centers-code.rules.js'

/** A row of `centers`, by column. */
export interface PlainCenter {
  id: string
  slug: string
  name: string
  address: string
  phone: string
  about: string
  latitude: number | null
  longitude: number | null
  opening_hours: OpeningHours[]
  special_days: SpecialDay[]
}

/** A centre that opens every day from 9:00 to 18:00, unless told otherwise. */
export function aCenter(seeded: Seeded, now: Date, given: Partial<PlainCenter> & { slug: string }): PlainCenter {
  return {
    id: seeded.uuid(now),
    name: `${given.slug} 党群服务中心`,
    address: '商圈 1 号楼一楼',
    phone: '0551-60000000',
    about: '',
    latitude: null,
    longitude: null,
    opening_hours: Array.from({ length: 7 }, (_, index) => ({ weekday: index + 1, opens: '09:00', closes: '18:00' })),
    special_days: [],
    ...given,
  }
}

/** A row of `buildings`, by column. */
export interface PlainBuilding {
  center_id: string
  id: string
  name: string
  address: string
  place: number
}

/** A row of `public_codes`, by column. */
export interface PlainCode {
  code: string
  center_id: string
  kind: CodeKind
  subject_id: string | null
  /** Of doors and counters. */
  label?: string
}

export function aCode(seeded: Seeded, given: Omit<PlainCode, 'code'>): PlainCode {
  return { code: makeCode(Array.from({ length: 7 }, () => seeded.int(0, 22))), ...given }
}
