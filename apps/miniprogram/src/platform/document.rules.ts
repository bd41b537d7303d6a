/** What became of a file that was to be handed over: it was; no room on the phone; turned back; this app cannot. */
export type HandOver = 'done' | 'noRoom' | 'turnedBack' | 'impossible'

/** A name that every file system takes: what people typed may hold `/` and the like. */
export function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, '·')
}
