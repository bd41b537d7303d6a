import type { CheckInBody, OfflineRecord } from '@dangqun/contracts/activities/check-in/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse, testNow, type Clients } from './test-house.js'

export const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)
export const iso = (count: number) => minutes(count).toISOString()

export async function refusal(attempt: Promise<unknown>): Promise<ApiError> {
  const error = await attempt.then(() => null, (thrown: unknown) => thrown)
  if (error instanceof ApiError) return error
  throw new Error('it was not refused')
}

/** Activities at whose door people are checked in, and the staff who do it. */
export class DoorHouse {
  private constructor(
    readonly house: TestHouse,
    readonly staff: Clients,
  ) {}

  static async open(): Promise<DoorHouse> {
    const house = await TestHouse.open()
    return new DoorHouse(house, await house.staff())
  }

  close(): Promise<void> {
    return this.house.close()
  }

  /** An activity that begins in half an hour, with so many people who hold a place. */
  async door(people: number, given: Parameters<TestHouse['activity']>[0] = {}) {
    const { house, staff } = this
    const { id } = await house.activity({ starts_at: minutes(30), ends_at: minutes(150), ...given })
    const one = { params: { center: house.center.slug, id } }
    const guests = await Promise.all((await house.signInEach(people)).map(async (clients) => {
      const signUp = await clients.activities.signUp({ ...one, body: {} })
      return { ...clients, signUp, ticket: signUp.ticket ?? '' }
    }))
    return {
      id, one, guests,
      checkIn: (clients: Clients, body: CheckInBody) => clients.checkIns.checkIn({ ...one, body }),
      code: () => staff.checkIns.readRotatingCode(one),
      list: () => staff.checkIns.list({ ...one, query: {} }),
      sync: (records: OfflineRecord[], sentAt = house.clock.now().toISOString()) => staff.checkIns.sync({ ...one, body: { sentAt, records } }),
      mine: async (clients: Clients) => (await clients.activities.get(one)).mySignUp,
    }
  }

  async factsOf(signUpId: string): Promise<string[]> {
    const { rows } = await this.house.owner.query<{ fact: string }>(`select fact from audit_facts where data ->> 'signUpId' = $1 order by id`, [signUpId])
    return rows.map(({ fact }) => fact)
  }
}
