import path from 'node:path'
import { claim } from './lib/instance.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { root } from './lib/workspace.mjs'

// `node scripts/database.mjs`: the embedded PostgreSQL alone, for parts that are run by hand. Its data is apart from that of `npm start`.
const folder = path.join(path.resolve(root, process.env.DATA_DIR || '.data'), 'development')
const release = claim(folder, { program: 'database.mjs', called: 'node scripts/database.mjs' })
const postgres = await startPostgres({ dir: path.join(folder, 'postgres'), log: (line) => console.error(line) })
console.log(`DATABASE_URL=${postgres.url}`)
console.error('按 Ctrl-C 停止。')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void postgres.stop())
// The server is a process of its own and holds nothing open here.
const open = setInterval(() => {}, 3_600_000)
await postgres.exited
clearInterval(open)
release()
