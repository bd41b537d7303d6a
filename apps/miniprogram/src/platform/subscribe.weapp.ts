import Taro from '@tarojs/taro'
import type { SubscribeAnswer } from './subscribe-answer'

export const canSubscribe = true

/** WeChat's own dialog; call it in the tap itself. Null: it did not open, such as when messages are switched off altogether. */
export async function askToSubscribe(templateIds: string[]): Promise<Map<string, SubscribeAnswer> | null> {
  try {
    const answer = (await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })) as unknown as Record<string, SubscribeAnswer>
    return new Map(templateIds.flatMap((id) => (answer[id] ? [[id, answer[id]] as const] : [])))
  } catch {
    return null
  }
}
