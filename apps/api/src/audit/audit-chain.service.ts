import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { ChainState, Verification } from '@dangqun/contracts/audit/schemas'
import type { EntityManager } from 'typeorm'
import { shanghaiIso } from '../platform/clock/clock.js'
import { setCenter, Units } from '../platform/database/units.js'
import { countWaiting, listUnsealed, readHead, readSeal, readStretch, sealFacts, type Ask } from './audit-chain.queries.js'
import { checkEnd, checkStretch, emptyHead, type ChainProblem, type Digest } from './audit-chain.rules.js'
import { platformLedger } from './audit.queries.js'

/** Facts sealed in one transaction: some tens of milliseconds. */
const sealedAtOnce = 2_000
/** Seals checked in one answer, and in one statement of it. */
const checkedAtOnce = 20_000
const readAtOnce = 2_000
const problemsTold = 100
const waitingCounted = 1_000

const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest()

export const asking = (manager: EntityManager): Ask => (sql, parameters) => manager.query(sql, parameters)

/**
 * Checks the seals behind `after`, in order; at the end of the chain also that nothing is cut off or wedged in.
 * @param ask runs its statements at the centre
 */
export async function verifyStretch(ask: Ask, centerId: string, after: number, most = checkedAtOnce): Promise<Verification> {
  const before = after === 0 ? emptyHead : await readSeal(ask, after)
  const problems: ChainProblem[] = before ? [] : [{ kind: 'sealMissing', number: after, factId: null }]
  // Behind a seal that is not there nothing can be computed: its successor is taken as it is.
  let last = before ?? { number: after, hash: Buffer.alloc(0) }
  let isWhole = false
  let told = 0
  while (!isWhole && last.number < after + most && problems.length < problemsTold) {
    const stretch = await readStretch(ask, last.number, readAtOnce)
    const found = checkStretch(centerId, last, stretch, sha256)
    problems.push(...found.problems)
    last = found.last
    if (stretch.length === readAtOnce) continue
    // Read behind the seals, so at least as far as they are. When it is further, what it tells of must be there now.
    const head = (await readHead(ask)) ?? emptyHead
    if (head.number > last.number && head.number > told) {
      told = head.number
      continue
    }
    problems.push(...checkEnd(last, head))
    isWhole = true
  }
  if (isWhole) problems.push(...(await listUnsealed(ask, problemsTold)).map((factId): ChainProblem => ({ kind: 'unsealed', number: null, factId })))
  return { verified: last.number, next: isWhole ? null : last.number, problems: problems.slice(0, problemsTold) }
}

/** The chain over the facts of a centre, or of the platform: docs/decisions/0026. */
@Injectable()
export class AuditChain {
  constructor(private readonly units: Units) {}

  /** Seals what can be sealed; @returns how many facts. */
  async seal(centerId: string): Promise<number> {
    for (let total = 0; ; ) {
      const sealed = await this.units.runAt(centerId, (manager) => sealFacts(asking(manager), sealedAtOnce))
      total += sealed
      if (sealed < sealedAtOnce) return total
    }
  }

  async state(manager: EntityManager): Promise<ChainState> {
    const ask = asking(manager)
    const head = await readHead(ask)
    const { waiting, since } = await countWaiting(ask, waitingCounted)
    return { sealed: head?.number ?? 0, sealedAt: head && shanghaiIso(head.sealedAt), hash: head?.hash.toString('hex') ?? '', waiting, waitingSince: since && shanghaiIso(since) }
  }

  verify(manager: EntityManager, centerId: string, after: number): Promise<Verification> {
    return verifyStretch(asking(manager), centerId, after)
  }

  /** The rest of this transaction reads the platform's ledger. */
  async openPlatform(manager: EntityManager): Promise<void> {
    await manager.query(setCenter(platformLedger))
  }
}
