/**
 * Where bytes are kept: a local disk, or an object store that several hosts share. A key is
 * `<centre>/<id>`, written once and never changed, so every host sees the same bytes or none.
 */
export abstract class FileStorage {
  /** Kept for good when this resolves. */
  abstract put(key: string, bytes: Uint8Array): Promise<void>

  /** null: there is nothing under this key. */
  abstract get(key: string): Promise<Buffer | null>

  /** Removing what is not there is no error. */
  abstract remove(key: string): Promise<void>

  /** Everything below `<centre>/`, with the moment at which it was stored. */
  abstract list(centerId: string): AsyncIterable<{ key: string; storedAt: Date }>
}
