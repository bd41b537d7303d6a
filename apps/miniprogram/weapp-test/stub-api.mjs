// A small API for the harness: one centre, one activity. Every reply is checked by the contract before it leaves.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { accountsSchemas } from '@dangqun/contracts/accounts/schemas'
import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { activitiesSchemas } from '@dangqun/contracts/activities/schemas'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { centersSchemas } from '@dangqun/contracts/centers/schemas'
import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import { organizationSchemas } from '@dangqun/contracts/organization/schemas'

const hourMs = 3_600_000
const at = (ms) => new Date(Date.now() + ms).toISOString()
const center = { slug: 'shangbai', name: '尚百商圈党群服务中心' }
const code = 'E92CPJK4'

export async function startStubApi() {
  const activity = {
    id: randomUUID(), title: '午间急救培训', programme: 'together', place: '二楼会议室', startsAt: at(48 * hourMs), endsAt: at(50 * hourMs), state: 'published',
    capacity: 30, taken: 4, waiting: 0, signUpOpensAt: at(-hourMs), signUpClosesAt: at(48 * hourMs), signUpBlock: null, description: '人人能上手。', cancelUntil: at(46 * hourMs),
    asks: ['name'], sceneCode: code, cancelReason: null, version: 1,
  }
  const { title, programme, place, startsAt, endsAt, state, capacity, signUpOpensAt, signUpClosesAt, signUpBlock, id } = activity
  const summary = () => ({ id, title, programme, place, startsAt, endsAt, state, capacity, taken: activity.taken, waiting: 0, signUpOpensAt, signUpClosesAt, signUpBlock })
  const person = { name: null, phone: null }
  const replies = new Map()
  let consent = null
  let mine = null
  const detail = () => ({ ...activity, mySignUp: mine, allowedActions: mine?.state === 'confirmed' ? [] : ['sign-up'] })

  const handlers = [
    on(centersRoutes.list, centersSchemas.list, () => ({ items: [{ ...center, address: '尚泽大厦', sceneCode: code }], nextCursor: null })),
    on(centersRoutes.readCode, centersSchemas.readCode, ({ params }) => (params.scene === code ? { code, kind: 'center', center, subjectId: null } : refuse(400, 'codes.mistyped', '编码输错了，请对照海报再输一次'))),
    on(centersRoutes.get, centersSchemas.get, () => ({
      ...center, address: '尚泽大厦一至三楼', sceneCode: code, phone: '0551-60000000', about: '共建共享的中心', latitude: null, longitude: null,
      opening: { isOpen: true, closesAt: '20:30', opensAt: null }, openingHours: [{ weekday: 1, opens: '08:30', closes: '20:30' }], buildings: [],
      services: [{ id: randomUUID(), programme: 'red', name: '党员 E 家', summary: '党务咨询', place: '一楼 3 号窗口', target: null }],
    })),
    on(accountsRoutes.loginByWechat, accountsSchemas.loginByWechat, () => ({ token: 'token', expiresAt: at(24 * hourMs), account: { id: randomUUID(), createdAt: at(0) } })),
    on(accountsRoutes.giveConsent, accountsSchemas.giveConsent, ({ body }) => (consent = { ...body, grantedAt: at(0) })),
    on(organizationRoutes.getMyPerson, organizationSchemas.getMyPerson, () => person),
    on(organizationRoutes.updateMyPerson, organizationSchemas.updateMyPerson, ({ body }) => Object.assign(person, body)),
    on(activitiesRoutes.list, activitiesSchemas.list, () => ({ items: [summary()], nextCursor: null })),
    on(activitiesRoutes.get, activitiesSchemas.get, detail),
    on(activitiesRoutes.listMySignUps, activitiesSchemas.listMySignUps, () => ({ items: mine?.state === 'confirmed' ? [{ ...mine, activity: summary() }] : [], nextCursor: null })),
    on(activitiesRoutes.signUp, activitiesSchemas.signUp, () => {
      if (person.name === null) return refuse(409, 'activities.profileNeeded', '报名前请先填写：姓名', { fields: ['name'], labels: '姓名' })
      activity.taken += 1
      return (mine = { id: randomUUID(), activityId: id, state: 'confirmed', position: null, ticket: 'ticket-of-the-stub', createdAt: at(0), allowedActions: ['cancel'] })
    }),
    on(activitiesRoutes.cancelSignUp, activitiesSchemas.cancelSignUp, () => {
      activity.taken -= 1
      return (mine = { ...mine, state: 'cancelled', ticket: null, allowedActions: [] })
    }),
  ]

  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined
    const { status, reply } = answer(handlers, request, body, replies)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close(), signUpsMade: () => activity.taken - 4, consent: () => consent }
}

function answer(handlers, request, body, replies) {
  const { pathname } = new URL(request.url, 'http://stub')
  const method = request.headers['x-http-method-override'] ?? request.method
  const key = request.headers['idempotency-key']
  if (key && replies.has(key)) return replies.get(key)
  for (const { route, schemas, pattern, names, handle } of handlers) {
    const match = method === route.method && pattern.exec(pathname)
    if (!match) continue
    if (route.access !== 'public' && request.headers.authorization !== 'Bearer token') return { status: 401, reply: errorBody('session.required', '请先登录') }
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1])]))
    const result = handle({ params, body: schemas.body ? schemas.body.parse(body) : undefined })
    if (result.refusal) return result.refusal
    const finished = { status: route.status, reply: schemas.reply.parse(result) }
    if (key) replies.set(key, finished)
    return finished
  }
  return { status: 404, reply: errorBody('request.notFound', `the stub does not know ${method} ${pathname}`) }
}

function on(route, schemas, handle) {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return { route, schemas, names, handle, pattern: new RegExp(`^/api/v1${route.path.replace(/\{\w+\}/g, '([^/]+)')}$`) }
}

function refuse(status, code, message, details) {
  return { refusal: { status, reply: errorBody(code, message, details) } }
}

function errorBody(code, message, details) {
  return { error: { code, message, ...(details ? { details } : {}) } }
}
