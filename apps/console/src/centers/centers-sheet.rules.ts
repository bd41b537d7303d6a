import type { PrintedCode } from '@dangqun/contracts/centers/codes/schemas'
import type { CodeKind } from '@dangqun/contracts/centers/vocabulary'

/** How the chosen codes are laid out: many small ones to cut out, or one poster a page. */
export const layouts = { sheet: '一页多张，剪开贴', poster: '一张一页，海报' } as const
export type SheetLayout = keyof typeof layouts

/** What scanning does, for whoever stands before it. */
const deeds: Record<CodeKind, string> = { center: '微信扫一扫，看开放时间、活动和服务', door: '微信扫一扫，进入党群服务中心', counter: '微信扫一扫，看办事指南和活动', activity: '微信扫一扫，看活动、报名' }

/** What is printed with a code. */
export interface Printed {
  title: string
  /** Below the title; empty for none. */
  note: string
  deed: string
  /** As it is typed where nothing can be scanned, four by four. */
  typed: string
}

/** @param activity the activity that a code stands for, where it is known */
export function printedWords({ kind, label, code }: Pick<PrintedCode, 'kind' | 'label' | 'code'>, center: string, activity: { title: string; note: string } | null): Printed {
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`
  if (kind === 'activity') return { title: activity?.title ?? '活动', note: activity?.note ?? '', deed: deeds.activity, typed }
  return { title: center, note: label ?? '', deed: deeds[kind], typed }
}

export interface Sheet {
  readonly chosen: readonly string[]
  readonly layout: SheetLayout
}

/** Chosen codes and layout, out of the address: `?codes=A,B&layout=poster`. */
export function readSheet(search: URLSearchParams): Sheet {
  const chosen = (search.get('codes') ?? '').split(',').filter(Boolean)
  return { chosen: [...new Set(chosen)], layout: search.get('layout') === 'poster' ? 'poster' : 'sheet' }
}

export function writeSheet({ chosen, layout }: Sheet): URLSearchParams {
  const search = new URLSearchParams()
  if (chosen.length > 0) search.set('codes', chosen.join(','))
  if (layout === 'poster') search.set('layout', layout)
  return search
}
