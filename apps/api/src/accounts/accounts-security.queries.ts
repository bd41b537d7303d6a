import type { EntityManager } from 'typeorm'

export interface OwnSessionRow {
  id: string
  channel: 'phone' | 'console'
  device: string
  created_at: Date
  last_seen_at: Date
}

export function listSessions(manager: EntityManager, accountId: string, now: Date): Promise<OwnSessionRow[]> {
  return manager.query('select * from sessions_of($1, $2)', [accountId, now])
}

export async function endSessionOf(manager: EntityManager, accountId: string, id: string, now: Date): Promise<boolean> {
  const [row]: [{ ended: boolean }?] = await manager.query('select end_session_of($1, $2, $3) as ended', [accountId, id, now])
  return row?.ended ?? false
}

export async function endOtherSessions(manager: EntityManager, accountId: string, keptId: string, now: Date): Promise<void> {
  await manager.query('select end_other_sessions($1, $2, $3)', [accountId, keptId, now])
}

export async function passwordOf(manager: EntityManager, accountId: string): Promise<{ subject: string; secret: string } | null> {
  const [row]: [{ subject: string; secret: string }?] = await manager.query('select * from password_of($1)', [accountId])
  return row ?? null
}

export async function changePassword(manager: EntityManager, accountId: string, secret: string): Promise<void> {
  await manager.query('select change_password($1, $2)', [accountId, secret])
}

export interface SecondFactorRow {
  /** Sealed. */
  secret: string
  confirmed_at: Date | null
  last_step: string
  recovery_left: number
}

export async function secondFactorOf(manager: EntityManager, accountId: string): Promise<SecondFactorRow | null> {
  const [row]: [SecondFactorRow?] = await manager.query('select * from second_factor_of($1)', [accountId])
  return row ?? null
}

async function isDone(manager: EntityManager, sql: string, parameters: unknown[]): Promise<boolean> {
  const [row]: [{ done: boolean }?] = await manager.query(`select ${sql} as done`, parameters)
  return row?.done ?? false
}

/** @returns false when one is on already */
export function startSecondFactor(manager: EntityManager, accountId: string, sealed: string, now: Date): Promise<boolean> {
  return isDone(manager, 'start_second_factor($1, $2, $3)', [accountId, sealed, now])
}

export function confirmSecondFactor(manager: EntityManager, accountId: string, step: number, recoveryHashes: Buffer[], now: Date): Promise<boolean> {
  return isDone(manager, 'confirm_second_factor($1, $2, $3, $4)', [accountId, step, recoveryHashes, now])
}

/** @returns false when this step's code was taken before */
export function takeTotpStep(manager: EntityManager, accountId: string, step: number): Promise<boolean> {
  return isDone(manager, 'take_totp_step($1, $2)', [accountId, step])
}

/** @returns false when it is none of the account's, or was used */
export function takeRecoveryCode(manager: EntityManager, accountId: string, hash: Buffer): Promise<boolean> {
  return isDone(manager, 'take_recovery_code($1, $2)', [accountId, hash])
}

export async function removeSecondFactor(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query('select remove_second_factor($1)', [accountId])
}
