import { randomUUID } from 'node:crypto'
import { Logger } from '@nestjs/common'
import pg from 'pg'
import { readConfig } from '../config/config.js'
import { Line } from '../testing/line.js'
import { cloneDatabase } from '../testing/test-database.js'
import { enqueueStatement, Jobs } from './jobs.js'

const { jest } = import.meta
const task = 'jobs.tried'

test('a job whose end was lost with the line runs again, and those that come after it run', async () => {
  const database = await cloneDatabase('jobs')
  const line = await Line.to(database)
  const owner = new pg.Client(database)
  await owner.connect()
  const centerId = randomUUID()
  const enqueue = async (subjectId: string) => {
    const { text, values } = enqueueStatement(task, { centerId, subjectId })
    await owner.query(text, values)
  }
  const stopped = new Promise<void>((resolve) => jest.spyOn(Logger.prototype, 'error').mockImplementation(() => resolve()))
  for (const level of ['warn', 'debug'] as const) jest.spyOn(Logger.prototype, level).mockImplementation(() => undefined)
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const [first, second] = [randomUUID(), randomUUID()]
  const runs: string[] = []
  const jobs = new Jobs(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: line.through(database) }))
  const bothRan = new Promise<void>((resolve) => {
    jobs.on(task, ({ subjectId }) => {
      runs.push(subjectId)
      if (runs.length === 1) line.cut()
      if (runs.filter((each) => each === first).length === 2 && runs.includes(second)) resolve()
      return Promise.resolve()
    })
  })
  try {
    await enqueue(first)
    await jobs.onApplicationBootstrap()
    await stopped
    expect(runs).toEqual([first])
    line.mend()
    await enqueue(second)
    await bothRan
  } finally {
    await jobs.onModuleDestroy()
    await owner.end()
    await line.close()
  }
})

test('a worker that is still starting when the process ends does not stay', async () => {
  const database = await cloneDatabase('jobs_ending')
  const owner = new pg.Client(database)
  await owner.connect()
  const jobs = new Jobs(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: database }))
  try {
    const starting = jobs.onApplicationBootstrap()
    await jobs.onModuleDestroy()
    await starting
    const { rows } = await owner.query(`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
    expect(rows).toEqual([])
  } finally {
    await jobs.onModuleDestroy()
    await owner.end()
  }
})
