/**
 * The code in a page's `scene`. WeChat hands the value over percent-encoded, a browser decoded.
 * @returns null when there is none
 */
export function readScene(scene: string | undefined): string | null {
  if (!scene) return null
  try {
    return decodeURIComponent(scene).trim() || null
  } catch {
    return scene
  }
}

/** The screen at the door shows the activity's code and, behind a mark, one that changes every half minute. */
export function splitScene(code: string): { scene: string; rotating: string | null } {
  const [scene = '', rotating] = code.split('*')
  return { scene, rotating: rotating || null }
}

/**
 * The code in whatever a camera read: the bare code, a mini-program path or an address with `scene=`.
 */
export function codeFromScan(text: string): string | null {
  const scene = /[?&#]scene=([^&#]+)/.exec(text)?.[1]
  return readScene(scene ?? text)
}
