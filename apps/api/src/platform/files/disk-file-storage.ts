import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { FileStorage } from './file-storage.js'

const keyForm = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/
const unfinished = '.part'

/** Files below one folder. A file appears under its name only when its bytes are on the disk. */
export class DiskFileStorage extends FileStorage {
  /** @param root absolute; made at need */
  constructor(private readonly root: string) {
    super()
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const place = this.placeOf(key)
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
    const part = `${place}.${randomUUID()}${unfinished}`
    const file = await open(part, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, place)
  }

  async get(key: string): Promise<Buffer | null> {
    return readFile(this.placeOf(key)).catch(nothing)
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true })
  }

  async *list(centerId: string): AsyncIterable<{ key: string; storedAt: Date }> {
    const folder = await opendir(path.dirname(this.placeOf(`${centerId}/${centerId}`))).catch(nothing)
    if (!folder) return
    for await (const { name } of folder) {
      const key = `${centerId}/${name}`
      const place = path.join(this.root, key)
      const found = await stat(place).catch(nothing)
      if (!found) continue
      if (keyForm.test(key)) yield { key, storedAt: found.mtime }
      // What a killed process left half written; nobody knows it by a key.
      else if (name.endsWith(unfinished) && Date.now() - found.mtimeMs > 3_600_000) await rm(place, { force: true })
    }
  }

  private placeOf(key: string): string {
    if (!keyForm.test(key)) throw new Error('not a key of a file')
    return path.join(this.root, key)
  }
}

function nothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
