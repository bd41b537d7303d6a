import type { Route } from '@dangqun/contracts/kit/route'
import { fillPath } from '@dangqun/contracts/kit/route'
import { readConfig } from '../platform/config/config.js'
import { cloneDatabase } from '../platform/testing/test-database.js'
import { apiBase, contracts } from './contracts.js'
import { createApp } from './create-app.js'
import { visits, type VisitedObjects, type Who } from './testing/contract-visits.js'
import { TestHouse } from './testing/test-house.js'

const routes = Object.entries(contracts).flatMap(([slice, { routes }]) => Object.entries(routes as Record<string, Route>).map(([name, route]) => ({ name: `${slice}.${name}`, route })))

/** Not of the contract, and meant to be so: for machines, and the documents themselves. */
const outside = ['GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /api/openapi.json']

test('the routes served, those of the contract and those in OpenAPI are one set, each with an access rule', async () => {
  const app = await createApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: await cloneDatabase('routes') }))
  const served: string[] = []
  app.getHttpAdapter().getInstance().addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') served.push(`${each} ${url.replace(/:(\w+)/g, '{$1}')}`)
  })
  await app.init()
  try {
    const document = (await app.inject({ url: '/api/openapi.json' })).json<{ openapi: string; paths: Record<string, Record<string, { 'x-access': string }>> }>()
    const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    const contracted = routes.map(({ route }) => `${route.method} ${apiBase}${route.path}`)
    expect([...served].sort()).toEqual([...contracted, ...outside].sort())
    expect([...documented].sort()).toEqual([...contracted].sort())
    expect(document.openapi).toMatch(/^3\.1/)
    for (const { route } of routes) expect(document.paths[apiBase + route.path]?.[route.method.toLowerCase()]?.['x-access']).toBe(route.access)
  } finally {
    await app.close()
  }
})

/** What a centre's staff may not do. */
const managerOnly: Route['access'][] = ['accounts.manageGrants', 'centers.manage', 'activities.approveExports', 'audit.read']

const everyone: Who[] = ['anonymous', 'stale session', 'worker', 'own staff', 'own manager', 'staff of another centre', 'branch_secretary', 'bank_officer', 'system_admin', 'security_admin', 'audit_admin']

describe('every route × every role × own and other centre', () => {
  let house: TestHouse
  beforeAll(async () => void (house = await TestHouse.open()))
  afterAll(() => house.close())

  async function tokenOf(who: Who): Promise<string | null> {
    const { center, other } = house
    switch (who) {
      case 'anonymous': return null
      case 'stale session': {
        const { token } = await house.signIn({ role: 'center_staff', center })
        await house.owner.query('update sessions set expires_at = $1 where token_hash = sha256($2::bytea)', [house.clock.now(), token])
        return token
      }
      case 'worker': return (await house.signIn()).token
      case 'own staff': return (await house.staff()).token
      case 'own manager': return (await house.signIn({ role: 'center_manager', center })).token
      case 'staff of another centre': return (await house.staff(other)).token
      case 'system_admin': case 'security_admin': case 'audit_admin': return (await house.signIn({ role: who, center: null })).token
      default: return (await house.signIn({ role: who, center })).token
    }
  }

  /** One at each centre: every visit of a preview reads them all. */
  const products = new Map<string, string>()
  async function productAt(centerId: string): Promise<string> {
    const known = products.get(centerId)
    if (known) return known
    await house.lpr({ id: centerId })
    const { product } = await house.product(await house.bank({ center_id: centerId }))
    products.set(centerId, product.id)
    return product.id
  }

  /** One of each at each centre: there may be only so many. */
  const catalogues = new Map<string, { building: string; service: string }>()
  async function catalogueAt(centerId: string): Promise<{ building: string; service: string }> {
    const known = catalogues.get(centerId)
    if (known) return known
    const { building } = await house.one<{ building: string }>("insert into buildings (center_id, name, address, place) values ($1, '走查楼', '', 0) returning id as building", [centerId])
    const { service } = await house.one<{ service: string }>("insert into services (center_id, programme, name, summary, where_given, place) values ($1, 'red', '走查', '', '一楼', 0) returning id as service", [centerId])
    catalogues.set(centerId, { building, service })
    return { building, service }
  }

  async function objectsAt(centerId: string) {
    const activity = await house.activity({ center_id: centerId })
    const draft = await house.activity({ center_id: centerId, state: 'draft' })
    const owner = await house.signIn()
    const slug = centerId === house.center.id ? 'shangbai' : 'yunhai'
    const signUp = await owner.activities.signUp({ params: { center: slug, id: activity.id }, body: {} })
    const announcement = await house.announcement({ center_id: centerId })
    const published = await house.announcement({ center_id: centerId, published_at: house.clock.now() })
    const notice = await house.notice({ center_id: centerId, account_id: owner.accountId })
    const organization = await house.organization({ center_id: centerId })
    const catalogue = await catalogueAt(centerId)
    const firm = await house.firm({ center_id: centerId, building_id: catalogue.building })
    const product = await productAt(centerId)
    const member = await house.member({ center_id: centerId })
    await owner.bindings.askBinding({ params: { center: slug }, body: { kind: 'firm', name: '林禾', firm: '某某商贸', basis: 'authorization', consentVersion: '2026-12' } })
    const binding = await house.one<{ id: string }>('select b.id from bindings b join persons p on p.id = b.person_id where p.account_id = $1', [owner.accountId])
    const { id: grant } = await house.one<{ id: string }>('insert into grants (account_id, role, center_id) values ($1, $2, $3) returning id', [owner.accountId, 'center_staff', centerId])
    const { id: invitation } = await house.one<{ id: string }>(
      `insert into invitations (code_hash, role, center_id, issued_center_id, note, created_by, created_at, expires_at) values (sha256(uuidv7()::text::bytea), 'center_staff', $1, $1, '前台', $2, $3::timestamptz, $3::timestamptz + interval '7 days') returning id`,
      [centerId, owner.accountId, house.clock.now()],
    )
    return { activity: activity.id, draft: draft.id, signUp: signUp.id, notice: notice.id, announcement: announcement.id, published: published.id, code: house.center.code, organization: organization.id, grant, invitation, product, member: member.id, binding: binding.id, person: member.person_id, firm: firm.id, ...catalogue }
  }

  /** Beside the centre's staff. */
  const letInBesides: Partial<Record<Route['access'], readonly Who[]>> = { 'organization.readTree': ['branch_secretary'], 'organization.readMembers': ['branch_secretary'], 'transfer.readCases': ['branch_secretary'], 'accounts.manageGrants': ['security_admin'], 'audit.read': ['audit_admin'], 'financing.readVersions': ['bank_officer'], 'financing.readReferrals': ['bank_officer'] }

  function expected(access: Route['access'], who: Who, answer: number): number {
    if (access === 'public') return answer
    if (who === 'anonymous' || who === 'stale session') return 401
    if (access === 'signedIn') return answer
    if (access === 'centers.manageWorkdays' || access === 'centers.create') return who === 'system_admin' ? answer : 403
    if (access === 'audit.readPlatform') return who === 'audit_admin' ? answer : 403
    // The bank writes, the centre decides.
    if (access === 'financing.editProducts') return who === 'bank_officer' ? answer : 403
    if (who === 'own manager' || letInBesides[access]?.includes(who)) return answer
    return who === 'own staff' && !managerOnly.includes(access) ? answer : 403
  }

  type Place = 'own' | 'elsewhere'
  const centerIdOf = (place: Place) => (place === 'own' ? house.center.id : house.other.id)
  /** Where reading changes nothing, all readers read the same. */
  const toRead = new Map<Place, VisitedObjects>()

  test.each(routes)('$name', async ({ name, route }) => {
    const problems: string[] = []
    const kept = route.method === 'GET' ? toRead : new Map<Place, VisitedObjects>()
    const visit = async (who: Who, place: Place): Promise<void> => {
      const objects = kept.get(place) ?? (await objectsAt(centerIdOf(place)))
      kept.set(place, objects)
      const given = visits(objects)[name]
      if (!given) throw new Error(`${name} has no visit: say here what each role gets from it`)
      const answer = place === 'own' ? given.answers : given.answersElsewhere
      if (answer === undefined) return
      const url = apiBase + fillPath(route.path, { center: 'shangbai', ...given.params }) + (given.query ?? '')
      const sent = given.file ? { body: new Uint8Array(given.file.bytes), headers: { 'content-type': given.file.type } } : { body: route.method === 'GET' ? undefined : JSON.stringify(given.body ?? {}) }
      const { status, headers } = await house.raw(route.method, url, { token: await tokenOf(who), ...sent })
      const wanted = given.unlike?.[who] ?? expected(route.access, who, answer)
      if (status !== wanted) problems.push(`${who}, ${place}: ${status} instead of ${wanted}`)
      if (headers.get('cache-control') !== 'no-store') problems.push(`${who}, ${place}: the answer may be kept`)
      // What was refused has changed nothing, as the next visitor finds out; what was done is not done twice.
      if (route.method !== 'GET' && status < 400) kept.delete(place)
    }
    for (const who of everyone) {
      await visit(who, 'own')
      await visit(who, 'elsewhere')
    }
    expect(problems).toEqual([])
  })
})
