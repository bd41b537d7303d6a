import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createClient, fetchTransport } from '@dangqun/contracts/kit/client'
import { startHouse } from '../../../scripts/lib/house.mjs'
import { Phone } from './phone.mjs'

/** The built mini-program. */
export const dist = fileURLToPath(new URL('../dist/weapp', import.meta.url))

/** Where this file's house answers: set before its first test. */
export let api

/** A house for the tests of one file; `prepare` is told when it is there. */
export function openStage(prepare = () => Promise.resolve()) {
  let house
  before(async () => {
    house = await startHouse()
    assert.ok(house.hasStarted, house.said())
    api = house.origin
    await prepare()
  })
  after(async () => {
    await house?.end()
    house?.forget()
  })
}

/** The typed client of a slice, as whoever holds the token. */
export function client(routes, token = null) {
  return createClient(routes, { base: `${api}/api/v1`, send: fetchTransport(), token: () => token, newKey: randomUUID })
}

/** A phone with the mini-program, at this file's house. */
export function aPhone(given = {}) {
  return new Phone(dist, { api, ...given })
}

/** Where a page is not a tap away. */
export function go(phone, way, url) {
  return new Promise((resolve) => phone.wx[way]({ url, complete: resolve }))
}
