import { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import { WechatStandIn } from '../platform/wechat/wechat-stand-in.js'

let house: TestHouse
let staff: Clients
let standIn: WechatStandIn
beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
  standIn = house.app.get(WechatStandIn)
})
afterAll(() => house.close())

const at = () => ({ params: { center: house.center.slug } })
const of = (code: string) => ({ params: { center: house.center.slug, code }, body: {} })
const asked = () => standIn.calls.get('/wxa/getwxacodeunlimit') ?? 0

async function refusal(attempt: Promise<unknown>): Promise<ApiError> {
  const error = await attempt.then(() => null, (thrown: unknown) => thrown)
  if (error instanceof ApiError) return error
  throw new Error('it was not refused')
}

test('staff make a door’s code, people scan it, and once retired it says so', async () => {
  const door = await staff.codes.create({ ...at(), body: { kind: 'door', label: '东门' } })
  expect(door).toMatchObject({ kind: 'door', label: '东门', subjectId: null, retiredAt: null, allowedActions: ['retire'] })
  expect(await house.anonymous.centers.readCode({ params: { scene: door.code } })).toEqual({ code: door.code, kind: 'door', center: { slug: house.center.slug, name: house.center.name }, subjectId: null })
  const listed = await staff.codes.list(at())
  expect(listed.drawnBy).toBe('page')
  expect(listed.items.map(({ kind }) => kind)).toEqual(['center', 'door'])

  expect(await staff.codes.retire(of(door.code))).toMatchObject({ allowedActions: [] })
  expect(await refusal(house.anonymous.centers.readCode({ params: { scene: door.code } }))).toMatchObject({ status: 404, code: 'codes.retired' })
  expect(await refusal(staff.codes.retire(of(door.code)))).toMatchObject({ status: 409, code: 'codes.cannotRetire' })
  // What hangs at the entrance, and what activities were printed with, stays.
  expect(await refusal(staff.codes.retire(of(house.center.code)))).toMatchObject({ status: 409, code: 'codes.cannotRetire' })
  expect(await house.one(`select count(*)::int as count from audit_facts where fact in ('centers.codeCreated', 'centers.codeRetired')`, [])).toEqual({ count: 2 })
})

test('a centre neither sees nor retires another’s codes', async () => {
  const theirs = await (await house.staff(house.other)).codes.create({ params: { center: house.other.slug }, body: { kind: 'counter', label: '1 号窗口' } })
  expect((await staff.codes.list(at())).items.map(({ code }) => code)).not.toContain(theirs.code)
  for (const act of [staff.codes.retire, staff.codes.makePicture]) expect(await refusal(act(of(theirs.code)))).toMatchObject({ status: 404, code: 'codes.notFound' })
})

test('WeChat is asked for a picture once, also when two print at the same time; everybody may see it', async () => {
  const { code } = await staff.codes.create({ ...at(), body: { kind: 'counter', label: '3 号窗口' } })
  const made = await Promise.all([staff.codes.makePicture(of(code)), staff.codes.makePicture(of(code))])
  expect(new Set(made.map(({ pictureId }) => pictureId)).size).toBe(1)
  const before = asked()
  expect(await staff.codes.makePicture(of(code))).toEqual(made[0])
  expect(asked()).toBe(before)
  expect(standIn.lastCode).toEqual({ scene: code, page: 'pages/index/index', check_path: true, env_version: 'release', width: 860 })
  const picture = await house.raw('GET', `/api/v1/centers/${house.center.slug}/files/${made[0]?.pictureId ?? ''}`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
})

test('what WeChat refuses is told in words, and nothing is kept; a token that it forgot is renewed', async () => {
  const { code } = await staff.codes.create({ ...at(), body: { kind: 'counter', label: '4 号窗口' } })
  for (const [errcode, told] of [[41030, 'codes.pageNotPublished'], [45009, 'codes.wechatBusy'], [40169, 'codes.wechatRefused']] as const) {
    standIn.planCodes({ errcode })
    expect(await refusal(staff.codes.makePicture(of(code)))).toMatchObject({ code: told })
  }
  expect((await staff.codes.list(at())).items.find((each) => each.code === code)?.pictureId).toBeNull()
  standIn.dropToken()
  const tokens = standIn.calls.get('/cgi-bin/stable_token') ?? 0
  expect((await staff.codes.makePicture(of(code))).pictureId).not.toBeNull()
  expect(standIn.calls.get('/cgi-bin/stable_token')).toBe(tokens + 1)
})
