import { createHash, randomBytes } from 'node:crypto'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { CONFIG, type Config } from '../platform/config/config.js'
import { GroupCommit } from '../platform/database/group-commit.js'
import { Units } from '../platform/database/units.js'
import type { Authenticator } from '../platform/http/doors.js'
import type { Caller } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { needsSecondFactor } from './accounts-second-factor.rules.js'
import { permissionsOf } from './accounts.policy.js'
import { sessionsByHash, sweepSessions, type SessionRow } from './accounts.queries.js'

const dayMs = 86_400_000
/** Ended and expired sessions are kept for a week, then removed. */
const keptMs = 7 * dayMs
export const sessionLifetimeMs = { phone: 90 * dayMs, console: dayMs / 2 } as const
/** That a console session is in use is written down no oftener than this; so it ends after 14 to 15 idle minutes (sessions_by_hash). */
const touchEveryMs = 60_000

/** Opaque tokens: 32 random bytes for the caller, their SHA-256 for the database. */
@Injectable()
export class SessionService implements Authenticator, OnModuleInit {
  // Requests that arrive together are looked up together; nothing is cached, so an ended session ends at once.
  private readonly lookups = new GroupCommit<Buffer, Found>((_, hashes) => this.lookUp(hashes), 500, () => false)

  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every('41 19 * * *', 'accounts.sweepSessions', async () => {
      await this.units.query(sweepSessions, [new Date(this.clock.now().getTime() - keptMs)])
    })
  }

  async authenticate(token: string, isAttended: boolean): Promise<Caller | null> {
    const { caller, lastSeenAt } = await this.lookups.submit('sessions', hashToken(token))
    const now = this.clock.now()
    if (caller?.channel === 'console' && isAttended && lastSeenAt && now.getTime() - lastSeenAt.getTime() >= touchEveryMs) {
      await this.units.query('select touch_session($1, $2)', [caller.tokenHash, now])
    }
    return caller
  }

  private async lookUp(hashes: Buffer[]): Promise<Found[]> {
    const rows = await this.units.query<SessionRow>(sessionsByHash, [hashes, this.clock.now()])
    const found = new Map(rows.map((row) => [row.token_hash.toString('base64'), { caller: toCaller(row, this.config.wechat.mode === 'live'), lastSeenAt: row.last_seen_at }]))
    return hashes.map((hash) => found.get(hash.toString('base64')) ?? { caller: null, lastSeenAt: null })
  }
}

interface Found {
  caller: Caller | null
  lastSeenAt: Date | null
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** @param isLive the sandbox's accounts need no second factor */
function toCaller(row: SessionRow, isLive: boolean): Caller {
  const isMissing = isLive && row.channel === 'console' && !row.has_second_factor && needsSecondFactor(row.grants.map(({ role }) => role))
  return {
    accountId: row.account_id,
    channel: row.channel,
    tokenHash: row.token_hash,
    sessionId: row.id,
    secondFactor: isMissing ? 'needed' : row.has_second_factor ? 'on' : 'off',
    grants: row.grants.map(({ role, centerId, scopeKind, scopeId }) => ({
      role, centerId, scope: scopeKind && scopeId ? { kind: scopeKind, id: scopeId } : null, permissions: isMissing ? [] : permissionsOf[role],
    })),
  }
}
