import { createHash, randomBytes } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { GroupCommit } from '../platform/database/group-commit.js'
import { Units } from '../platform/database/units.js'
import type { Authenticator } from '../platform/http/doors.js'
import type { Caller } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { permissionsOf } from './accounts.policy.js'
import { sessionsByHash, sweepSessions, type SessionRow } from './accounts.queries.js'

const dayMs = 86_400_000
/** Ended and expired sessions are kept for a week, then removed. */
const keptMs = 7 * dayMs
export const sessionLifetimeMs = { phone: 90 * dayMs, console: dayMs / 2 } as const

/** Opaque tokens: 32 random bytes for the caller, their SHA-256 for the database. */
@Injectable()
export class SessionService implements Authenticator, OnModuleInit {
  // Requests that arrive together are looked up together; nothing is cached, so an ended session ends at once.
  private readonly lookups = new GroupCommit<Buffer, { caller: Caller | null }>((_, hashes) => this.lookUp(hashes), 500, () => false)

  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('41 19 * * *', 'accounts.sweepSessions', async () => {
      await this.units.query(sweepSessions, [new Date(this.clock.now().getTime() - keptMs)])
    })
  }

  async authenticate(token: string): Promise<Caller | null> {
    return (await this.lookups.submit('sessions', hashToken(token))).caller
  }

  private async lookUp(hashes: Buffer[]): Promise<{ caller: Caller | null }[]> {
    const rows = await this.units.query<SessionRow>(sessionsByHash, [hashes, this.clock.now()])
    const callers = new Map(rows.map((row) => [row.token_hash.toString('base64'), toCaller(row)]))
    return hashes.map((hash) => ({ caller: callers.get(hash.toString('base64')) ?? null }))
  }
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function toCaller(row: SessionRow): Caller {
  return {
    accountId: row.account_id,
    channel: row.channel,
    tokenHash: row.token_hash,
    grants: row.grants.map(({ role, centerId, scopeKind, scopeId }) => ({ role, centerId, scope: scopeKind && scopeId ? { kind: scopeKind, id: scopeId } : null, permissions: permissionsOf[role] })),
  }
}
