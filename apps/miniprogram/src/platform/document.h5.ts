import type { GivenFile } from '@dangqun/contracts/kit/files'

/** Hands a document to the browser, which keeps it or shows it. */
export function openDocument({ type, bytes }: GivenFile, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // The browser reads it after the click; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return Promise.resolve()
}
