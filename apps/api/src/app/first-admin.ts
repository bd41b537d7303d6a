import { parseArgs } from 'node:util'
import { newPassword, newUsername } from '@dangqun/contracts/accounts/schemas'
import { platformRoles, roleLabels, type Role } from '@dangqun/contracts/accounts/vocabulary'
import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { totpSecret } from '../accounts/accounts-second-factor.rules.js'
import { newRecoveryCodes, totpIssuer } from '../accounts/accounts-second-factor.service.js'
import type { AccountsFact } from '../accounts/accounts.facts.js'
import { insertFactsOf, platformLedger } from '../audit/audit.queries.js'
import { ConfigError, readConfig } from '../platform/config/config.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { newTotpSecret, totpUri } from '../platform/crypto/totp.js'
import { migrate } from '../platform/database/migrate.js'
import { lineReader, Typed } from './first-admin-terminal.js'

const usage = `用法：npm run first-admin -- --username 用户名 [--role ${platformRoles.join('|')}] [--another]
  密码在终端里输入（不显示），或从标准输入的第一行读取。
  已经有平台管理员时拒绝；确实要再任命一位，加 --another。`

/** What is told to whoever runs it, without a trace. */
class Refusal extends Error {}

interface Asked {
  username: string
  role: (typeof platformRoles)[number]
  isAnother: boolean
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

/**
 * The first administrator of the platform, who invites all others. The second factor is on at once, so that there is no
 * moment in which the password alone opens the console.
 */
try {
  const asked = readArguments()
  const config = readConfig(process.env)
  const ran = await migrate(config.databaseUrl)
  if (ran.length > 0) say(`数据库结构已更新（${ran.length} 步）`)
  const password = await readPassword()
  const { secret, codes } = await appoint(config.databaseUrl, new FieldCipher(config.cipherKeys), asked, await hash(password))
  say(`已任命${roleLabels[asked.role]} ${asked.username}。\n`)
  say('双重验证已经打开。把下面的地址做成二维码给验证器扫，或手工输入密钥：')
  say(totpUri(secret, totpIssuer, asked.username))
  say(`密钥：${secret}\n`)
  say('备用码，每个只能用一次，手机不在身边时代替验证码：')
  for (const code of codes) say(`  ${code}`)
  say('\n以上只显示这一次，请立刻保存到验证器和安全的地方，再清屏。登录：打开 /console。')
} catch (error) {
  if (error instanceof Refusal || error instanceof Typed) console.error(error.message)
  else console.error(error instanceof ConfigError ? `环境变量有误：\n${error.message}` : error)
  process.exitCode = 1
}

function readArguments(): Asked {
  let values: { username?: string; role?: string; another?: boolean }
  try {
    values = parseArgs({ options: { username: { type: 'string' }, role: { type: 'string', default: 'security_admin' }, another: { type: 'boolean', default: false } } }).values
  } catch {
    throw new Refusal(usage)
  }
  const role = platformRoles.find((each) => each === values.role)
  if (values.username === undefined || !role) throw new Refusal(usage)
  const username = newUsername.safeParse(values.username)
  if (!username.success) throw new Refusal(`用户名：${username.error.issues[0]?.message ?? ''}`)
  return { username: username.data, role, isAnother: values.another ?? false }
}

async function readPassword(): Promise<string> {
  const lines = lineReader()
  try {
    const typed = await lines.hidden('密码：')
    const password = newPassword.safeParse(typed)
    if (!password.success) throw new Refusal(`密码${password.error.issues[0]?.message ?? '不合要求'}`)
    if (lines.isTerminal && (await lines.hidden('再输一遍：')) !== typed) throw new Refusal('两次输入的密码不一样')
    return password.data
  } finally {
    lines.close()
  }
}

/** One transaction; of two that run at the same moment the second sees the first. */
async function appoint(databaseUrl: string, cipher: FieldCipher, { username, role, isAnother }: Asked, passwordHash: string): Promise<{ secret: string; codes: string[] }> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query(`select pg_advisory_xact_lock(hashtextextended('first-admin', 0))`)
    const { rows: known } = await owner.query<{ role: Role }>('select role from grants where role = any($1) and revoked_at is null order by role', [[...platformRoles]])
    if (known.length > 0 && !isAnother) throw new Refusal(`已经有平台管理员（${known.map((each) => roleLabels[each.role]).join('、')}），其他人由安全管理员在后台邀请。确实要再任命一位，加 --another。`)
    const [accountId, now, secret] = [uuidv7(), new Date(), newTotpSecret()]
    const { codes, hashes } = newRecoveryCodes(accountId)
    await owner.query('select add_bare_account($1, $2)', [accountId, now])
    const { rows: [named] } = await owner.query<{ done: boolean }>('select set_password($1, $2, $3, $4) as done', [accountId, username, passwordHash, now])
    if (!named?.done) throw new Refusal('这个用户名已有人用，请换一个')
    const { rows: [grant] } = await owner.query<{ id: string }>('insert into grants (account_id, role, created_at) values ($1, $2, $3) returning id', [accountId, role, now])
    await owner.query('select start_second_factor($1, $2, $3)', [accountId, cipher.seal(totpSecret, { centerId: null, id: accountId }, secret), now])
    await owner.query('select confirm_second_factor($1, 0, $2, $3)', [accountId, hashes, now])
    const fact: AccountsFact = { fact: 'accounts.adminAppointed', subjectId: grant?.id ?? accountId, data: { role, accountId } }
    const { text, values } = insertFactsOf([{ accountId: null, fact }], now, platformLedger)
    await owner.query(text, values)
    await owner.query('commit')
    return { secret, codes }
  } finally {
    await owner.end()
  }
}
