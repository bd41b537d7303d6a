import pg from 'pg'
import { chainProblemLabels } from '@dangqun/contracts/audit/vocabulary'
import { readHead, readSeal, type Ask } from '../audit/audit-chain.queries.js'
import { verifyStretch } from '../audit/audit-chain.service.js'
import { platformLedger } from '../audit/audit.queries.js'
import { ConfigError, readConfig } from '../platform/config/config.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)

interface Chain {
  id: string
  slug: string
}

/**
 * Checks every chain from its first seal, and ends with 1 when anything was changed. `--known shangbai:120:4f2a…` also
 * checks that seal 120 is still the one that somebody wrote down then: only that shows a chain that was written anew.
 */
try {
  const config = readConfig(process.env)
  const known = process.argv.slice(2).filter((word) => word !== '--known').map(readKnown)
  const owner = new pg.Client({ connectionString: config.databaseUrl })
  await owner.connect()
  try {
    const ask: Ask = async (sql, parameters) => (await owner.query(sql, parameters)).rows as never
    const chains: Chain[] = [{ id: platformLedger, slug: 'platform' }, ...(await ask<Chain>('select id, slug from centers order by slug', []))]
    let problems = 0
    for (const chain of chains) problems += await verifyChain(ask, chain, known)
    for (const { slug } of known.filter(({ slug }) => !chains.some((chain) => chain.slug === slug))) {
      problems++
      say(`${slug}：没有这条链`)
    }
    say(problems === 0 ? '全部校验正常' : `发现 ${problems} 处问题`)
    if (problems > 0) process.exitCode = 1
  } finally {
    await owner.end()
  }
} catch (error) {
  console.error(error instanceof ConfigError ? `环境变量有误：\n${error.message}` : error)
  process.exitCode = 1
}

async function verifyChain(ask: Ask, { id, slug }: Chain, known: ReturnType<typeof readKnown>[]): Promise<number> {
  await ask(`select set_config('app.center', $1, false)`, [id])
  let problems = 0
  const name = (line: string) => {
    problems++
    say(`${slug}：${line}`)
  }
  let verified = 0
  for (let after: number | null = 0; after !== null; ) {
    const stretch = await verifyStretch(ask, id, after)
    for (const { kind, number, factId } of stretch.problems) name(`${number === null ? '' : `第 ${number} 条，`}${factId ? `记录 ${factId}，` : ''}${chainProblemLabels[kind]}`)
    verified = stretch.verified
    after = stretch.next
  }
  for (const { number, hash } of known.filter((each) => each.slug === slug)) {
    const seal = await readSeal(ask, number)
    if (seal?.hash.toString('hex') !== hash) name(`第 ${number} 条的封条与当时抄下的不同`)
  }
  const head = await readHead(ask)
  say(`${slug}：${verified} 条${head ? `，${slug}:${head.number}:${head.hash.toString('hex')}` : ''}`)
  return problems
}

/** @throws Error for anything but `slug:number:hash` */
function readKnown(word: string): { slug: string; number: number; hash: string } {
  const [, slug, number, hash] = /^([a-z][a-z0-9-]*):([1-9]\d*):([0-9a-f]{64})$/.exec(word) ?? []
  if (!slug || !number || !hash) throw new Error(`--known wants slug:number:hash, not "${word}"`)
  return { slug, number: Number(number), hash }
}
