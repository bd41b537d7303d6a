import pg from 'pg'
import { rebaseChains } from '../audit/audit-chain.queries.js'
import { personPhone } from '../organization/organization-phone.rules.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { sealPlain } from '../platform/crypto/rotation.js'
import { migrate } from '../platform/database/migrate.js'
import { ConfigError, readConfig } from '../platform/config/config.js'
import { seedDemo } from '../../seeds/seed-demo.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Run before the API starts, by one process: newest schema, and in the sandbox the demo. */
try {
  const config = readConfig(process.env)
  const ran = await migrate(config.databaseUrl)
  if (ran.length > 0) say(`数据库结构已更新（${ran.length} 步）`)
  const rebased = await withOwner(config.databaseUrl, rebaseChains)
  if (rebased > 0) say(`数据库是从备份恢复的：${rebased} 条审计链已接上`)
  const cipher = new FieldCipher(config.cipherKeys)
  const sealed = await withOwner(config.databaseUrl, (owner) => sealPlain(owner, cipher, personPhone))
  if (sealed > 0) say(`已加密 ${sealed} 个手机号`)
  if (config.wechat.mode === 'sandbox') {
    const written = await seedDemo({ databaseUrl: config.databaseUrl, cipher, appId: config.wechat.appId, now: new Date(), log: say })
    if (written) say('演示数据已就绪')
  }
} catch (error) {
  console.error(error instanceof ConfigError ? `环境变量有误：\n${error.message}` : error)
  process.exitCode = 1
}

async function withOwner<T>(databaseUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
