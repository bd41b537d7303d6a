import { Injectable } from '@nestjs/common'
import type { Pool, PoolClient } from 'pg'
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm'
import { Gate } from './gate.js'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A centre's id as a literal, for the one `set local` that carries it. */
export function setCenter(centerId: string): string {
  if (!uuid.test(centerId)) throw new Error('a centre id must be a lower-case uuid')
  return `set local app.center = '${centerId}'`
}

/** Transactions of the app role. Every statement of a request runs in exactly one of them. */
@Injectable()
export class Units {
  constructor(
    private readonly database: DataSource,
    private readonly gate: Gate,
  ) {}

  /** One transaction at a centre: tenant tables show that centre's rows only. */
  runAt<T>(centerId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.run(work, setCenter(centerId))
  }

  /** One transaction without a centre: tenant tables are empty. */
  run<T>(work: (manager: EntityManager) => Promise<T>, preamble?: string): Promise<T> {
    return this.gate.pass(async () => {
      const runner = this.database.createQueryRunner()
      try {
        if (preamble) beginWith(runner, preamble)
        await runner.startTransaction()
        try {
          const result = await work(runner.manager)
          await runner.commitTransaction()
          return result
        } catch (error) {
          // With the connection gone there is nothing left to roll back; the first error is the one to tell.
          await runner.rollbackTransaction().catch(() => undefined)
          throw error
        }
      } finally {
        await runner.release()
      }
    })
  }

  /**
   * A connection of the pool for `*.queries.ts` that pipeline their own statements.
   * The connection is dropped, not reused, when the work fails.
   */
  withConnection<T>(work: (connection: PoolClient) => Promise<T>): Promise<T> {
    return this.gate.pass(async () => {
      const connection = await this.pool.connect()
      let failed: boolean | Error = true
      try {
        const result = await work(connection)
        failed = false
        return result
      } finally {
        connection.release(failed)
      }
    })
  }

  /** One statement outside of any transaction of ours, on global tables. */
  async query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    const { rows } = await this.gate.pass(() => this.pool.query(sql, parameters))
    return rows as Row[]
  }

  private get pool(): Pool {
    return (this.database.driver as unknown as { master: Pool }).master
  }
}

/** The statement that begins takes another along: every request saves a way to the database and back. */
function beginWith(runner: QueryRunner, preamble: string): void {
  const query = runner.query.bind(runner)
  runner.query = (begin: string) => {
    runner.query = query
    return query(`${begin}; ${preamble}`)
  }
}
