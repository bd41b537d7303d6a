import pg from 'pg'
import { aFirm } from '../src/organization/organization.factory.js'
import { appRoleUrl } from '../src/platform/database/app-role.js'
import { setCenter } from '../src/platform/database/units.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import { writeCursor } from '../src/platform/http/cursor.js'
import { Seeded } from '../src/platform/seeded/seeded.js'
import { alternately, median, p95 } from './alternating.js'
import { inTime } from './deadline.js'

interface Given {
  owner: pg.Client
  databaseUrl: string
  centerId: string
  firmsUrl: string
  token: string
  say: (line: string) => void
  tell: (figure: string, value: string) => void
}

const pageSize = 50
const deepPage = 20_000
const firms = pageSize * deepPage
/** Each name the factory makes, in as many towns: two characters of a town are in one firm of twenty. */
const towns = ['合肥', '芜湖', '蚌埠', '淮南', '马鞍山', '淮北', '铜陵', '安庆', '黄山', '滁州', '阜阳', '宿州', '六安', '亳州', '池州', '宣城', '巢湖', '桐城', '天长', '明光']
const rounds = 5

async function arrange({ owner, centerId, say }: Given): Promise<void> {
  const seeded = new Seeded(11)
  const now = new Date()
  const building = { center_id: centerId, id: seeded.uuid(now), name: '一号楼', address: '一号', place: 1 }
  await bulkInsert(owner, 'buildings', [building])
  await owner.query('create temp table some_firms (like firms including defaults)')
  for (let made = 0; made < firms / towns.length; made += 10_000) {
    const rows = Array.from({ length: 10_000 }, () => ({ ...aFirm(seeded, { center_id: centerId, building_id: building.id, now, floors: 30 }), created_at: now }))
    await bulkInsert(owner, 'some_firms', rows)
  }
  // Loaded first and indexed then, as a restore does.
  await owner.query('drop index firms_name_pairs')
  await owner.query(
    `insert into firms (center_id, name, kind, size, industry, building_id, room, founded_on)
     select center_id, town || regexp_replace(name, '^(合肥经开区|合肥|安徽)', ''), kind, size, industry, building_id, room, founded_on from some_firms, unnest($1::text[]) as town`,
    [towns],
  )
  await owner.query(`set maintenance_work_mem = '256MB'`)
  await owner.query('create index firms_name_pairs on firms using gin (name_pairs(name))')
  await owner.query('vacuum analyze firms')
  // What was loaded is on disk before anything is measured.
  await owner.query('checkpoint')
  say(`  ${firms} firms`)
}

async function read(url: string, token: string): Promise<{ ms: number; items: number }> {
  const from = performance.now()
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const body = (await answer.json()) as { items?: unknown[] }
  if (answer.status !== 200) throw new Error(`${answer.status} for ${url}`)
  return { ms: performance.now() - from, items: body.items?.length ?? 0 }
}

/** @returns milliseconds of one page on average */
async function readPages(url: string, token: string): Promise<number> {
  let total = 0
  for (let index = 0; index < 60; index++) {
    const { ms, items } = await read(url, token)
    if (items !== pageSize) throw new Error(`${items} firms on a page of ${pageSize}`)
    total += ms
  }
  return total / 60
}

/** Searches by two neighbouring characters of any firm's name, common ones as often as they are common. @returns milliseconds, 95 of 100 are faster */
async function searchP95({ owner, firmsUrl, token, say }: Given): Promise<number> {
  const { rows } = await owner.query<{ term: string }>(
    `select substr(name, 1 + floor(random() * (char_length(name) - 1))::int, 2) as term from firms tablesample bernoulli (0.2) repeatable (7) order by random() limit 500`)
  const times: number[] = []
  const slow: string[] = []
  for (const [index, { term }] of rows.entries()) {
    const { ms, items } = await read(`${firmsUrl}?limit=20&q=${encodeURIComponent(term)}`, token)
    if (items === 0) throw new Error(`nothing found for ${term}`)
    if (ms > 100) slow.push(`${term} ${Math.round(ms)}`)
    if (index >= 100) times.push(ms)
  }
  if (slow.length > 0) say(`  slow: ${slow.slice(0, 8).join(', ')}`)
  say(`  median ${median(times).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`)
  return p95(times)
}

/** The same statement with policies, as the app role, and without, as an owner who is past them. */
async function rlsPrice({ databaseUrl, centerId, say }: Given, after: { name: string; id: string }): Promise<number> {
  const [bound, free] = [new pg.Client({ connectionString: appRoleUrl(databaseUrl) }), new pg.Client({ connectionString: databaseUrl })]
  await Promise.all([bound.connect(), free.connect()])
  const page = (client: pg.Client) => async () => {
    const from = performance.now()
    for (let index = 0; index < 300; index++) {
      await client.query(`begin; ${setCenter(centerId)}`)
      await client.query(
        `select f.id, f.name, b.name as building from firms f join buildings b on b.center_id = f.center_id and b.id = f.building_id
         where f.center_id = current_center() and (f.name, f.id) > ($1::text, $2::uuid) order by f.name, f.id limit ${pageSize}`, [after.name, after.id])
      await client.query('commit')
    }
    return (performance.now() - from) / 300
  }
  try {
    const ms = await alternately({ policies: page(bound), none: page(free) }, { rounds, unit: 'ms', say })
    return ms.policies / ms.none
  } finally {
    await Promise.all([bound.end(), free.end()])
  }
}

export async function measureMillion(given: Given): Promise<void> {
  const { owner, firmsUrl, token, centerId, say, tell } = given
  await arrange(given)
  const at = async (row: number) => {
    const { rows: [firm] } = await owner.query<{ name: string; id: string }>('select name, id from firms where center_id = $1 order by name, id offset $2 limit 1', [centerId, row - 1])
    if (!firm) throw new Error(`no firm ${row}`)
    return firm
  }
  const last = await at(pageSize * (deepPage - 1))
  say(`page ${deepPage} against page 1`)
  const pages = await inTime('deep-page-vs-first', alternately({
    first: () => readPages(`${firmsUrl}?limit=${pageSize}`, token),
    deep: () => readPages(`${firmsUrl}?limit=${pageSize}&cursor=${writeCursor([last.name, last.id])}`, token),
  }, { rounds, unit: 'ms', say }))
  tell('deep-page-vs-first', `${(pages.deep / pages.first).toFixed(2)} x`)
  say('search by two characters')
  tell('search-p95', `${(await inTime('search-p95', searchP95(given))).toFixed(1)} ms`)
  say('a page with policies and without')
  tell('rls-price', `${(await inTime('rls-price', rlsPrice(given, await at(firms / 2)))).toFixed(2)} x`)
}
