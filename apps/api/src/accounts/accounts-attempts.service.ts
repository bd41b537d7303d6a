import { createHash } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { Jobs } from '../platform/jobs/jobs.js'

const keptMs = 7 * 86_400_000

/** How often something may fail, and for how long it is locked then. */
export interface AttemptLimit {
  /** What is tried, such as `login`. */
  readonly kind: string
  readonly most: number
  /** As PostgreSQL reads it. Failures that lie further back count no more. */
  readonly pause: string
}

/** 5 failures → 15 minutes. */
export const loginLimit: AttemptLimit = { kind: 'login', most: 5, pause: '15 minutes' }
export const invitationLimit: AttemptLimit = { kind: 'invitation', most: 10, pause: '15 minutes' }
/** Many people may share one address. */
export const joinLimit: AttemptLimit = { kind: 'join', most: 50, pause: '15 minutes' }

/**
 * Counts tries in the database, each before it is made and committed at once, so that many at the same moment, or at
 * several processes, are no more than many in a row.
 */
@Injectable()
export class AttemptsService implements OnModuleInit {
  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('47 19 * * *', 'accounts.sweepAttempts', async () => {
      await this.units.query('select sweep_attempts($1)', [new Date(this.clock.now().getTime() - keptMs)])
    })
  }

  /** @returns until when it is locked; null: the try may be made, and has been counted as a failure */
  async begin(limit: AttemptLimit, subject: string): Promise<Date | null> {
    const [row] = await this.units.query<{ until: Date | null }>('select begin_attempt($1, $2, $3, $4) as until', [digest(limit, subject), this.clock.now(), limit.most, limit.pause])
    return row?.until ?? null
  }

  /** It was no failure: the count begins anew. */
  async succeed(limit: AttemptLimit, subject: string): Promise<void> {
    await this.units.query('select clear_attempts($1)', [digest(limit, subject)])
  }
}

function digest({ kind }: AttemptLimit, subject: string): Buffer {
  return createHash('sha256').update(`${kind}\n${subject}`).digest()
}
