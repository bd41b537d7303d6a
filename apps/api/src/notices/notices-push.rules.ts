import { noticeTopics, renderNotice, type NoticeKind } from '@dangqun/contracts/notices/vocabulary'

/** What a message says, before it is laid into a template's fields. */
export interface PushWords {
  /** What it is about: an activity's title. */
  readonly subject: string
  readonly event: string
  readonly note: string
}

/** The words of a notice for WeChat: public ones only, as in the inbox. */
export function pushWords(kind: NoticeKind, parameters: Readonly<Record<string, string>>): PushWords {
  const { title, body } = renderNotice(kind, parameters)
  const note = noticeTopics[kind]?.note
  return { subject: parameters['title'] ?? body, event: title, note: (note === undefined ? '' : parameters[note]) || body }
}

/** Lays words into a template's fields, each cut to what WeChat takes. */
export function fitFields(fields: Readonly<Record<string, keyof PushWords>>, words: PushWords): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, which]) => [field, fitField(field, words[which])]))
}

/**
 * A text as a field of a subscribe message takes it (thing ≤20, phrase ≤5 Chinese characters, character_string ≤32
 * without Chinese, name ≤10); an empty one would be refused with 47003.
 * @param field a template's field, such as `thing1`
 */
export function fitField(field: string, text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  switch (field.replace(/\d+$/, '')) {
    case 'phrase':
      return cut(line.replace(/\P{Script=Han}/gu, ''), 5) || '提醒'
    case 'character_string':
      return cut(line.replace(/[^\x20-\x7e]/g, ''), 32) || '-'
    case 'name':
      return cut(line, 10) || '中心'
    case 'time':
    case 'date':
      return line || '-'
    default:
      return line.length <= 20 ? line || '请在小程序查看' : `${cut(line, 19).replace(/[\p{P}\s]+$/u, '')}…`
  }
}

/** At most `most` UTF-16 units, as WeChat counts at its strictest; no character in half. */
function cut(text: string, most: number): string {
  let kept = ''
  for (const letter of text) {
    if (kept.length + letter.length > most) break
    kept += letter
  }
  return kept
}

export type Verdict = 'sent' | 'refused' | 'failed' | 'again'

/** What WeChat's answer means for a message. null: no answer came; whether it arrived nobody knows, and it is tried again. */
export function verdictOf(errcode: number | null): Verdict {
  if (errcode === 0) return 'sent'
  if (errcode === 43101) return 'refused'
  // Busy, too many, no answer, or a token that was refused twice.
  return errcode === null || [-1, 45009, 45011, 40001, 40014, 42001].includes(errcode) ? 'again' : 'failed'
}
