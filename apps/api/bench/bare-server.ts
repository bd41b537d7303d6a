import Fastify from 'fastify'
import pg from 'pg'
import { activitiesStatement } from '../src/activities/activities.queries.js'
import { appRoleUrl } from '../src/platform/database/app-role.js'
import { readConfig } from '../src/platform/config/config.js'

/** The same list by the same SQL under the same role, with nothing around it: Fastify and pg. */
const config = readConfig(process.env)
const centerId = process.env['BENCH_CENTER'] ?? ''
const pool = new pg.Pool({ connectionString: appRoleUrl(config.databaseUrl), max: config.databasePool, options: `-c app.center=${centerId}` })
const fastify = Fastify()
fastify.get('/activities', async () => {
  const { sql, parameters } = activitiesStatement({ when: 'upcoming', seesAll: false, after: null, now: new Date(), most: 21 })
  const { rows } = await pool.query(sql, parameters)
  return { items: rows.slice(0, 20), nextCursor: null }
})
await fastify.listen({ port: config.port, host: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))
