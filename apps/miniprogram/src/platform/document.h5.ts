import type { GivenFile } from '@dangqun/contracts/kit/files'

/** Hands a document to the browser, which keeps it or shows it. */
export function openDocument({ type, bytes }: GivenFile, name: string): Promise<void> {
  return handOver(new Blob([Uint8Array.from(bytes)], { type }), name)
}

/** Hands a text to the person as a file of their own. Call it from a tap. */
export function saveText(name: string, type: 'application/json' | 'text/csv', text: string): Promise<void> {
  return handOver(new Blob([text], { type }), name)
}

function handOver(blob: Blob, name: string): Promise<void> {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name })
  link.click()
  // The browser reads it after the click; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return Promise.resolve()
}
