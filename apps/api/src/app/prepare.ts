import { migrate } from '../platform/database/migrate.js'
import { ConfigError, readConfig } from '../platform/config/config.js'
import { seedDemo } from '../../seeds/seed-demo.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Run before the API starts, by one process: newest schema, and in the sandbox the demo. */
try {
  const config = readConfig(process.env)
  const ran = await migrate(config.databaseUrl)
  if (ran.length > 0) say(`数据库结构已更新（${ran.length} 步）`)
  if (config.wechat.mode === 'sandbox') {
    const written = await seedDemo({ databaseUrl: config.databaseUrl, appId: config.wechat.appId, now: new Date(), log: say })
    if (written) say('演示数据已就绪')
  }
} catch (error) {
  console.error(error instanceof ConfigError ? `环境变量有误：\n${error.message}` : error)
  process.exitCode = 1
}
