import { refuseRequest } from '../errors/request.errors.js'
import { isConflict, isOutage } from '../errors/outage.js'

/** After an outage one request in this many milliseconds tries the database; the others are told at once. */
const probeEveryMs = 250

/**
 * Lets as many through at once as there are connections; the others wait their turn here, in order,
 * without a time limit of their own. Once the database is seen to be away, everyone who waits or
 * comes is refused at once until a probe gets through.
 */
export class Gate {
  private inside = 0
  private readonly waiting: { enter: () => void; refuse: () => void }[] = []
  private awaySince: number | null = null
  private lastProbe = 0

  constructor(
    private readonly places: number,
    private readonly time: () => number = () => performance.now(),
  ) {}

  /** @throws AppError `system.unavailable` while the database is away, and what the work throws. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.awaySince !== null) {
      const now = this.time()
      if (now - this.lastProbe < probeEveryMs) throw refuseRequest('system.unavailable')
      this.lastProbe = now
    }
    if (this.inside >= this.places) {
      await new Promise<void>((enter, reject) => this.waiting.push({ enter, refuse: () => reject(refuseRequest('system.unavailable')) }))
    }
    this.inside++
    try {
      const result = await work()
      this.awaySince = null
      return result
    } catch (error) {
      if (isOutage(error) && !isConflict(error)) {
        this.awaySince = this.lastProbe = this.time()
        for (const each of this.waiting.splice(0)) each.refuse()
      }
      throw error
    } finally {
      this.inside--
      this.waiting.shift()?.enter()
    }
  }

  get isAway(): boolean {
    return this.awaySince !== null
  }
}
