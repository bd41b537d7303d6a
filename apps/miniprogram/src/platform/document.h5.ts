import type { GivenFile } from '@dangqun/contracts/kit/files'
import { safeName, type HandOver } from './document.rules'

/** Hands a document to the browser, which keeps it or shows it. */
export function openDocument({ type, bytes }: GivenFile, name: string): Promise<void> {
  handOver(new Blob([Uint8Array.from(bytes)], { type }), name)
  return Promise.resolve()
}

/** Hands a text to the person as a file of their own. Call it from a tap. */
export function saveText(name: string, type: 'application/json' | 'text/csv', text: string): Promise<HandOver> {
  handOver(new Blob([text], { type }), name)
  return Promise.resolve('done')
}

function handOver(blob: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: safeName(name) })
  link.click()
  // The browser reads it after the click; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
