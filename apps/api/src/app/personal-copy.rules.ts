import type { PersonalCopy } from '@dangqun/contracts/accounts/consents/schemas'
import { plainCell } from '../platform/sheets/sheet-cells.rules.js'

const header = ['类别', '中心', '序号', '项目', '内容']

/**
 * A copy as a table for a spreadsheet: one line per field, so that sections of different columns fit into one
 * sheet. RFC 4180, with a byte order mark, by which Excel knows UTF-8.
 */
export function tableOf({ sections }: Pick<PersonalCopy, 'sections'>): string {
  const lines = sections.flatMap(({ title, center, rows }) => rows.flatMap((row, index) => Object.entries(row).map(([name, value]) => [title, center ?? '', String(index + 1), name, value])))
  return `\uFEFF${[header, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: string): string {
  const plain = plainCell(value)
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Row by the names people read; what is not there is left out. */
export function rowOf(given: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))
}
