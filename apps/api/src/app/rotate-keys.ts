import pg from 'pg'
import { ConfigError, readConfig } from '../platform/config/config.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { rotate } from '../platform/crypto/rotation.js'
import { encryptedColumns } from './encrypted-columns.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Seals all encrypted columns under the first key of FIELD_KEYS; `--every-row` also computes all blind indexes anew. */
try {
  const config = readConfig(process.env)
  const owner = new pg.Client({ connectionString: config.databaseUrl })
  await owner.connect()
  try {
    await rotate(owner, new FieldCipher(config.cipherKeys), encryptedColumns, { everyRow: process.argv.includes('--every-row'), log: say })
  } finally {
    await owner.end()
  }
  say('已全部换用新密钥')
} catch (error) {
  console.error(error instanceof ConfigError ? `环境变量有误：\n${error.message}` : error)
  process.exitCode = 1
}
