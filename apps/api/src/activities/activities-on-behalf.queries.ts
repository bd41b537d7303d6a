import type { EntityManager } from 'typeorm'
import { signUpColumns, stands, type SignUpListRow } from './activities-sign-up.queries.js'

export interface PersonAtDesk {
  name: string | null
  /** Sealed. */
  phone: string | null
  birthDate: string | null
}

export async function findPersonAtDesk(manager: EntityManager, personId: string): Promise<PersonAtDesk | null> {
  const [row]: PersonAtDesk[] = await manager.query(`select name, phone, to_char(birth_date, 'YYYY-MM-DD') as "birthDate" from persons where center_id = current_center() and id = $1`, [personId])
  return row ?? null
}

/** The standing sign-up of a person, whoever made it. */
export async function findStandingOf(manager: EntityManager, activityId: string, personId: string, now: Date): Promise<SignUpListRow | null> {
  const [row]: SignUpListRow[] = await manager.query(
    `select ${signUpColumns} from sign_ups s where s.center_id = current_center() and s.activity_id = $1 and s.person_id = $2 and ${stands('$3')}`,
    [activityId, personId, now],
  )
  return row ?? null
}
