import type { GivenFile } from '@dangqun/contracts/kit/files'

/** How long the browser may take to begin saving, ms. */
const readMs = 60_000

/** Hands a file to the browser to be saved under a name. */
export function saveFile({ type, bytes }: GivenFile, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), readMs)
}
