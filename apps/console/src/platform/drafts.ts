import { tabStorage } from './storage'

/** Names of unfinished work in this tab's storage begin so. */
export const workPrefix = 'dangqun.console.work.'

/** What somebody typed and has not sent, kept over reloads and a new login. `name` tells account, centre and form. */
export function readDraft<T>(name: string): T | null {
  const raw = tabStorage.read(`${workPrefix}draft.${name}`)
  if (raw === null) return null
  try {
    return JSON.parse(raw) as T
  } catch {
    return null
  }
}

export function writeDraft<T>(name: string, value: T): void {
  tabStorage.write(`${workPrefix}draft.${name}`, JSON.stringify(value))
}

export function dropDraft(name: string): void {
  tabStorage.remove(`${workPrefix}draft.${name}`)
}
