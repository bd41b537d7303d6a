import type { SubscribeAnswer } from './subscribe-answer'

/** A browser has no WeChat messages: there the inbox is what there is. */
export const canSubscribe: boolean = false

export function askToSubscribe(_templateIds: string[]): Promise<Map<string, SubscribeAnswer> | null> {
  return Promise.resolve(null)
}
