import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { startHouse as start } from '../scripts/lib/house.mjs'
import type { House } from './stage.js'

async function signUpSomebody({ origin }: House): Promise<string> {
  const post = async (path: string, body: object, token?: string) =>
    (await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(body) })).json() as Promise<Record<string, string>>
  const { token } = await post('/auth/wechat', { code: 'sandbox:survivor' })
  const { items } = (await (await fetch(`${origin}/api/v1/centers/shangbai/activities`)).json()) as { items: { id: string; signUpBlock: string | null; title: string }[] }
  const open = items.find(({ title }) => title === '周六无偿献血')
  return (await post(`/centers/shangbai/activities/${open?.id}/sign-ups`, {}, token))['state'] ?? ''
}

test('it starts, is killed, starts again on the same data, and ends when it is told to', async () => {
  const first = await start()
  assert.ok(first.hasStarted, first.said())
  assert.match(await signUpSomebody(first), /confirmed|waitlisted/)
  await first.end('SIGKILL')
  const second = await start({ dataDir: first.dataDir, port: first.port })
  assert.ok(second.hasStarted, second.said())
  const me = (await (await fetch(`${second.origin}/api/v1/auth/wechat`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"code":"sandbox:survivor"}' })).json()) as { token: string }
  const mine = (await (await fetch(`${second.origin}/api/v1/centers/shangbai/sign-ups/mine`, { headers: { authorization: `Bearer ${me.token}` } })).json()) as { items: unknown[] }
  assert.equal(mine.items.length, 1)

  const third = await start({ dataDir: first.dataDir })
  assert.equal(third.hasStarted, false)
  assert.match(third.said(), /正被另一个 npm start 使用/)

  assert.equal(await second.end('SIGINT'), 0)
  await assert.rejects(fetch(`${second.origin}/health/live`))
  first.forget()
})

test('a port that is taken is named, before anything else is done', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const house = await start({ port })
  assert.equal(house.hasStarted, false)
  assert.match(house.said(), new RegExp(`端口 ${port} 已被占用`))
  assert.equal(await house.end(), 1)
  server.close()
})

test('a wrong variable stops the start with its name and why', async () => {
  const house = await start({ env: { WECHAT_MODE: 'live' } })
  assert.equal(house.hasStarted, false)
  assert.match(house.said(), /WECHAT_APPID: required when WECHAT_MODE is live/)
  house.forget()
})
