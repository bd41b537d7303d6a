import { ApiError } from '@dangqun/contracts/kit/errors'
import { workPrefix } from './drafts'
import { tabStorage } from './storage'

interface HeldKey {
  body: string
  key: string
}

/** 128 random bits; unlike `crypto.randomUUID` it exists on plain-http addresses in a local network too. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A UUIDv4 of this device's own, where `crypto.randomUUID` is missing too. */
export function newId(): string {
  const hex = newKey()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${'89ab'[parseInt(hex.charAt(16), 16) % 4]}${hex.slice(17, 20)}-${hex.slice(20)}`
}

function read(name: string): HeldKey | null {
  try {
    return JSON.parse(tabStorage.read(name) ?? 'null') as HeldKey | null
  } catch {
    return null
  }
}

/**
 * Sends something that must happen once. While nobody knows whether it arrived (no answer, 5xx), the same body goes
 * out under the same key, even after a reload; after a clear answer, or with another body, the next one gets a new key.
 * @param intent names the act: `create.shangbai`
 */
export async function sendOnce<Reply>(intent: string, body: object, send: (idempotencyKey: string) => Promise<Reply>): Promise<Reply> {
  const name = `${workPrefix}intent.${intent}`
  const text = JSON.stringify(body)
  const held = read(name)
  const key = held?.body === text ? held.key : newKey()
  tabStorage.write(name, JSON.stringify({ body: text, key } satisfies HeldKey))
  try {
    const reply = await send(key)
    tabStorage.remove(name)
    return reply
  } catch (error) {
    const mayHaveArrived = error instanceof ApiError && (error.isRetryable || error.status >= 500)
    if (!mayHaveArrived) tabStorage.remove(name)
    throw error
  }
}
