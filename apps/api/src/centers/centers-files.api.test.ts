import { utimes } from 'node:fs/promises'
import path from 'node:path'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse, testNow } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'
import { FileStorage } from '../platform/files/file-storage.js'
import { aJpeg, aPdf, aPng, secretWords } from '../platform/testing/pictures.js'
import { FilesService } from './centers-files.service.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const at = (slug = 'shangbai') => ({ params: { center: slug } })
const manager = (center = house.center) => house.signIn({ role: 'center_manager', center })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)
const png = { type: 'image/png', bytes: aPng() } as const
const url = (id: string | null, slug = 'shangbai') => `/api/v1/centers/${slug}/files/${id}`
const stored = () => house.app.get(FileStorage)

test('a picture is on the card at once, without what the phone had hidden in it', async () => {
  const { centers } = await manager()
  const { pictureId } = await centers.setPicture({ ...at(), body: { type: 'image/jpeg', bytes: aJpeg() } })
  expect((await house.anonymous.centers.get(at())).pictureId).toBe(pictureId)
  const answer = await house.raw('GET', url(pictureId))
  expect(answer.status).toBe(200)
  expect(answer.text).not.toContain(secretWords)
  expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control'].map((name) => [name, answer.headers.get(name)]))).toEqual({
    'content-type': 'image/jpeg', 'content-disposition': `inline; filename="${pictureId}.jpg"`, 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'public, max-age=31536000, immutable',
  })
  // At the other centre's address it does not exist.
  expect((await house.raw('GET', url(pictureId, 'yunhai'))).status).toBe(404)
  expect((await house.anonymous.centers.get(at('yunhai'))).pictureId).toBeNull()
})

test('another picture takes its place, and the one before is gone', async () => {
  const { centers } = await manager()
  const first = await centers.setPicture({ ...at(), body: png })
  const second = await centers.setPicture({ ...at(), body: png })
  expect((await house.raw('GET', url(first.pictureId))).status).toBe(404)
  expect((await house.raw('GET', url(second.pictureId))).status).toBe(200)
  expect((await centers.removePicture(at())).pictureId).toBeNull()
  expect((await house.raw('GET', url(second.pictureId))).status).toBe(404)
})

test('the bytes decide, not the word beside them', async () => {
  const { token, centers } = await manager()
  for (const bytes of [Buffer.from('<svg onload="alert(1)">'), aPdf(), aPng().subarray(0, 40)]) {
    expect(await refusal(centers.setPicture({ ...at(), body: { type: 'image/png', bytes } }))).toMatchObject({ status: 400, code: 'centers.fileWrongType', message: '文件打不开：请选择 JPG、PNG 文件' })
  }
  expect(await refusal(centers.setPicture({ ...at(), body: { type: 'image/png', bytes: aPng({ width: 9000 }) } }))).toMatchObject({ code: 'centers.pictureTooLarge' })
  expect((await house.raw('POST', '/api/v1/centers/shangbai/picture', { token, body: '{}' })).status).toBe(400)
})

test('a file goes only where one is taken, up to its limit, and only from somebody with a session', async () => {
  const { token } = await manager()
  const send = (path: string, options: { token?: string; type?: string; bytes?: Uint8Array }) =>
    fetch(`${house.url}/api/v1${path}`, { method: 'POST', headers: { 'content-type': options.type ?? 'image/png', ...(options.token ? { authorization: `Bearer ${options.token}` } : {}) }, body: new Uint8Array(options.bytes ?? aPng()) }).then(({ status }) => status)
  expect(await send('/centers/shangbai/picture', { token })).toBe(200)
  expect(await send('/centers/shangbai/picture', {})).toBe(401)
  expect(await send('/centers/shangbai/picture', { token, type: 'application/pdf', bytes: aPdf() })).toBe(415)
  expect(await send('/centers/shangbai/picture', { token, bytes: Buffer.concat([aPng(), Buffer.alloc(5 * 1024 * 1024)]) })).toBe(413)
  expect(await send('/centers/shangbai/picture', { token, bytes: Buffer.alloc(0) })).toBe(400)
  expect(await send('/centers/shangbai/activities', { token })).toBe(415)
  // JSON keeps its own, far smaller limit.
  expect(await send('/centers/shangbai/activities', { token, type: 'application/json', bytes: Buffer.alloc(300 * 1024, 0x20) })).toBe(413)
})

test('the same key sends the same picture once, and another one is refused', async () => {
  const { centers } = await manager()
  const idempotencyKey = 'the-same-key-twice'
  const [first, again] = [await centers.setPicture({ ...at(), body: png }, { idempotencyKey }), await centers.setPicture({ ...at(), body: png }, { idempotencyKey })]
  expect(again.pictureId).toBe(first.pictureId)
  expect((await refusal(centers.setPicture({ ...at(), body: { type: 'image/png', bytes: aPng({ width: 5 }) } }, { idempotencyKey }))).status).toBe(422)
})

test('what is not public is shown by the rule of its slice, and without a rule to nobody', async () => {
  const files = house.app.get(FilesService)
  const { token, accountId } = await manager()
  const keep = (slice: string) => house.app.get(Units).runAt(house.center.id, (each) => files.keep(
    { manager: each, now: testNow, centerId: house.center.id, caller: { accountId } as never }, { slice, id: house.center.id }, { type: 'application/pdf', bytes: aPdf() }, { types: ['application/pdf'], isPublic: false },
  ))
  files.guard('guarded', async ({ caller }) => caller?.accountId === accountId)
  const [guarded, ruleless] = [await keep('guarded'), await keep('ruleless')]
  const seen = await house.raw('GET', url(guarded), { token })
  expect([seen.status, seen.headers.get('content-disposition'), seen.headers.get('cache-control')]).toEqual([200, `attachment; filename="${guarded}.pdf"`, 'no-store'])
  expect((await house.raw('GET', url(guarded), { token: (await house.staff()).token })).status).toBe(404)
  expect((await house.raw('GET', url(guarded))).status).toBe(404)
  expect((await house.raw('GET', url(ruleless), { token })).status).toBe(404)
})

test('bytes whose transaction failed are swept after an hour; what is used, and the neighbour’s, stay', async () => {
  const files = house.app.get(FilesService)
  const { centers, accountId } = await manager()
  const used = await centers.setPicture({ ...at(), body: png })
  const neighbours = await (await manager(house.other)).centers.setPicture({ ...at('yunhai'), body: png })
  let orphan = ''
  await expect(house.app.get(Units).runAt(house.center.id, async (each) => {
    orphan = await files.keep({ manager: each, now: testNow, centerId: house.center.id, caller: { accountId } as never }, { slice: 'centers', id: house.center.id }, png, { types: ['image/png'], isPublic: true })
    throw new Error('the transaction fails')
  })).rejects.toThrow('the transaction fails')
  const keys = { orphan: `${house.center.id}/${orphan}`, used: `${house.center.id}/${used.pictureId}`, neighbours: `${house.other.id}/${neighbours.pictureId}` }
  const there = async (): Promise<Record<string, boolean>> => Object.fromEntries(await Promise.all(Object.entries(keys).map(async ([name, key]) => [name, (await stored().get(key)) !== null])))
  const age = (minutes: number) => Promise.all(Object.values(keys).map((key) => utimes(path.join(house.config.dataDir, 'files', key), testNow, new Date(testNow.getTime() - minutes * 60_000))))

  await age(59)
  await files.sweep(house.center.id, testNow)
  expect(await there()).toEqual({ orphan: true, used: true, neighbours: true })
  await age(61)
  await files.sweep(house.center.id, testNow)
  expect(await there()).toEqual({ orphan: false, used: true, neighbours: true })

  await centers.removePicture(at())
  await files.sweep(house.center.id, new Date(testNow.getTime() + 23 * 3_600_000))
  expect(await there()).toMatchObject({ used: true })
  await files.sweep(house.center.id, new Date(testNow.getTime() + 25 * 3_600_000))
  expect(await there()).toEqual({ orphan: false, used: false, neighbours: true })
})
