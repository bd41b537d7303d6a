import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { consentsRoutes } from '@dangqun/contracts/accounts/consents/routes'
import { grantsRoutes } from '@dangqun/contracts/accounts/grants/routes'
import { securityRoutes } from '@dangqun/contracts/accounts/security/routes'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import { checkInsRoutes } from '@dangqun/contracts/activities/check-in/routes'
import { exportsRoutes } from '@dangqun/contracts/activities/exports/routes'
import { noShowsRoutes } from '@dangqun/contracts/activities/no-shows/routes'
import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { auditRoutes } from '@dangqun/contracts/audit/routes'
import { codesRoutes } from '@dangqun/contracts/centers/codes/routes'
import { centersCatalogueRoutes } from '@dangqun/contracts/centers/catalogue/routes'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { financingBanksRoutes } from '@dangqun/contracts/financing/banks/routes'
import { financingDemandsRoutes } from '@dangqun/contracts/financing/demands/routes'
import { financingFiguresRoutes } from '@dangqun/contracts/financing/figures/routes'
import { financingProductsRoutes } from '@dangqun/contracts/financing/products/routes'
import { financingReferralsRoutes } from '@dangqun/contracts/financing/referrals/routes'
import { financingVersionsRoutes } from '@dangqun/contracts/financing/versions/routes'
import { financingRoutes } from '@dangqun/contracts/financing/routes'
import { createClient, fetchTransport } from '@dangqun/contracts/kit/client'
import type { Routes } from '@dangqun/contracts/kit/route'
import { announcementsRoutes } from '@dangqun/contracts/notices/announcements/routes'
import { noticesRoutes } from '@dangqun/contracts/notices/routes'
import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import { bindingsRoutes } from '@dangqun/contracts/organization/bindings/routes'
import { firmsRoutes } from '@dangqun/contracts/organization/firms/routes'
import { membersRoutes } from '@dangqun/contracts/organization/members/routes'
import { organizationTreeRoutes } from '@dangqun/contracts/organization/tree/routes'
import { transferPapersRoutes } from '@dangqun/contracts/transfer/papers/routes'
import { transferRoutes } from '@dangqun/contracts/transfer/routes'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import pg from 'pg'
import { hashToken, newToken } from '../../accounts/accounts-session.service.js'
import { aCenter, aCode, type PlainCenter } from '../../centers/centers.factory.js'
import type { PlainBank } from '../../financing/financing.factory.js'
import { readConfig, type Config } from '../../platform/config/config.js'
import { bulkInsert } from '../../platform/database/bulk-insert.js'
import { Seeded } from '../../platform/seeded/seeded.js'
import { TestClock } from '../../platform/testing/test-clock.js'
import { cloneDatabase } from '../../platform/testing/test-database.js'
import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import { apiBase } from '../contracts.js'
import { createApp } from '../create-app.js'
import { StoredRows } from './stored-rows.js'

/** Tuesday morning in Shanghai, far from any edge. */
export const testNow = new Date('2026-12-01T10:00:00+08:00')

/** Typed clients of one caller. */
export function clientsFor(url: string, token: string | null) {
  const settings = { base: url + apiBase, send: fetchTransport(), token: () => token, newKey: randomUUID }
  const group = <T extends Routes>(routes: T) => createClient(routes, settings)
  return {
    token,
    audit: group(auditRoutes),
    accounts: group(accountsRoutes),
    grants: group(grantsRoutes),
    security: group(securityRoutes),
    consents: group(consentsRoutes),
    centers: group(centersRoutes),
    codes: group(codesRoutes),
    catalogue: group(centersCatalogueRoutes),
    organization: group(organizationRoutes),
    firms: group(firmsRoutes),
    notices: group(noticesRoutes),
    announcements: group(announcementsRoutes),
    activities: group(activitiesRoutes),
    checkIns: group(checkInsRoutes),
    noShows: group(noShowsRoutes),
    exports: group(exportsRoutes),
    tree: group(organizationTreeRoutes),
    members: group(membersRoutes),
    bindings: group(bindingsRoutes),
    financing: group(financingRoutes),
    financingBanks: group(financingBanksRoutes),
    financingVersions: group(financingVersionsRoutes),
    financingProducts: group(financingProductsRoutes),
    financingDemands: group(financingDemandsRoutes),
    financingFigures: group(financingFiguresRoutes),
    financingReferrals: group(financingReferralsRoutes),
    transfer: group(transferRoutes),
    transferPapers: group(transferPapersRoutes),
  }
}
export type Clients = ReturnType<typeof clientsFor>

export interface GivenGrant {
  role: Role
  center: { id: string } | null
  scope?: GrantScope
}

/** The whole house on a database of its own, over real HTTP, with two centres and a clock that stands still. */
export class TestHouse extends StoredRows {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    config: Config,
    clock: TestClock,
    owner: pg.Client,
    center: PlainCenter & { code: string },
    readonly other: PlainCenter & { code: string },
  ) {
    super(config, clock, owner, center)
  }

  /** @param options.through another way to the same database for the API, such as a proxy's address */
  static async open(options: { through?: (ownerUrl: string) => string; environment?: Record<string, string> } = {}): Promise<TestHouse> {
    const ownerUrl = await cloneDatabase()
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    const seeded = new Seeded(1)
    const [center, other] = [await addCenter(owner, seeded, 'shangbai'), await addCenter(owner, seeded, 'yunhai')]
    const dataDir = await mkdtemp(path.join(tmpdir(), 'dangqun-house-'))
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent', PORT: '0', DATABASE_URL: (options.through ?? String)(ownerUrl), ...options.environment })
    const clock = new TestClock(testNow)
    const app = await createApp(config, { clock })
    await app.listen(0, '127.0.0.1')
    return new TestHouse(app, await app.getUrl(), config, clock, owner, center, other)
  }

  async close(): Promise<void> {
    await this.app.close()
    await rm(this.config.dataDir, { recursive: true, force: true })
    await this.owner.end()
  }

  get anonymous(): Clients {
    return clientsFor(this.url, null)
  }

  /** A signed-in account, with a grant of this role at this centre (null: on the platform), narrowed to a scope. */
  async signIn(grant?: GivenGrant): Promise<Clients & { token: string; accountId: string }> {
    const [one] = await this.signInMany(1, grant)
    if (!one) throw new Error('nobody signed in')
    return { ...clientsFor(this.url, one.token), ...one }
  }

  /** Many accounts with a session each, past the login. */
  async signInMany(count: number, grant?: GivenGrant): Promise<{ token: string; accountId: string }[]> {
    const people = Array.from({ length: count }, () => ({ token: newToken(), accountId: randomUUID() }))
    const now = this.clock.now()
    await this.owner.query('insert into accounts (id) select unnest($1::uuid[])', [people.map(({ accountId }) => accountId)])
    await this.owner.query(`insert into sessions (token_hash, account_id, channel, created_at, expires_at) select h, a, 'phone', $3, $4 from unnest($1::bytea[], $2::uuid[]) as t (h, a)`, [
      people.map(({ token }) => hashToken(token)), people.map(({ accountId }) => accountId), now, new Date(now.getTime() + 30 * 86_400_000),
    ])
    if (grant) {
      await this.owner.query('insert into grants (account_id, role, center_id, scope_kind, scope_id) select a, $2, $3, $4, $5 from unnest($1::uuid[]) as a', [
        people.map(({ accountId }) => accountId), grant.role, grant.center?.id ?? null, grant.scope?.kind ?? null, grant.scope?.id ?? null,
      ])
    }
    return people
  }

  /** Several workers, each with clients of their own. */
  async signInEach(count: number): Promise<Clients[]> {
    return (await this.signInMany(count)).map(({ token }) => clientsFor(this.url, token))
  }

  staff(center: { id: string } = this.center) {
    return this.signIn({ role: 'center_staff', center })
  }

  /** Somebody who speaks for a bank. */
  async officer(bank: PlainBank): Promise<Clients & { token: string; accountId: string }> {
    const officer = await this.signIn({ role: 'bank_officer', center: { id: bank.center_id } })
    await this.owner.query(`update grants set scope_kind = 'bank', scope_id = $2 where account_id = $1`, [officer.accountId, bank.id])
    return officer
  }

  /** Another connection of the owner, for what two do at the same moment; the test ends it. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl })
    await client.connect()
    return client
  }

  /**
   * The same act over several connections of the owner at once. `met` resolves when all have come to it: what each
   * has looked at by then, none of the others has written yet.
   */
  async atOnce<T>(count: number, act: (client: pg.Client, met: () => Promise<void>, index: number) => Promise<T>): Promise<T[]> {
    const clients = await Promise.all(Array.from({ length: count }, () => this.connect()))
    let missing = count
    let open: () => void = () => undefined
    const all = new Promise<void>((resolve) => (open = resolve))
    const met = () => {
      if (--missing === 0) open()
      return all
    }
    try {
      return await Promise.all(clients.map((client, index) => act(client, met, index)))
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
  }

  /** One row by the owner. */
  async one<Row extends object = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row> {
    const { rows } = await this.owner.query<Row>(sql, parameters)
    if (rows.length !== 1 || !rows[0]) throw new Error(`expected one row, got ${rows.length}`)
    return rows[0]
  }

  /** A request by hand, for what the typed client would never send. */
  async raw(method: string, path: string, options: { token?: string | null; body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {}): Promise<{ status: number; text: string; body: unknown; headers: Headers }> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { ...(options.token ? { authorization: `Bearer ${options.token}` } : {}), ...(options.body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers },
      body: options.body,
    })
    const text = await answer.text()
    let body: unknown = null
    try {
      body = JSON.parse(text)
    } catch {
      // not JSON: the test that cares looks at the text
    }
    return { status: answer.status, text, body, headers: answer.headers }
  }
}

async function addCenter(owner: pg.Client, seeded: Seeded, slug: string): Promise<PlainCenter & { code: string }> {
  const center = aCenter(seeded, testNow, { slug })
  const { code, ...rest } = aCode(seeded, { center_id: center.id, kind: 'center', subject_id: null })
  await bulkInsert(owner, 'centers', [center])
  await bulkInsert(owner, 'public_codes', [{ code, ...rest }])
  return { ...center, code }
}
