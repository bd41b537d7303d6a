import { rmSync } from 'node:fs'
import path from 'node:path'

export default async function tearDown() {
  const { testPostgres } = globalThis
  if (!testPostgres) return
  await testPostgres.postgres.stop()
  rmSync(path.dirname(testPostgres.dir), { recursive: true, force: true })
}
