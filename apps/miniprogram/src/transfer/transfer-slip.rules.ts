/** The code of a slip as the address carries it (`code`) or as WeChat hands over a plain link (`q`); null: there is none. */
export function readSlip(params: Readonly<Partial<Record<string, string>>>): string | null {
  const own = params['code']
  if (own) return plain(own)
  const link = params['q']
  const [, carried] = /[?&]code=([^&#]+)/.exec(link ? plain(link) : '') ?? []
  return carried ?? null
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `2026-12-01` → 2026年12月1日 */
export function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
