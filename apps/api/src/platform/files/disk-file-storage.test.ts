import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DiskFileStorage } from './disk-file-storage.js'

const [center, other, id] = ['0197f2a0-0000-7000-8000-000000000001', '0197f2a0-0000-7000-8000-000000000002', '0197f2a0-0000-7000-8000-000000000003']
const key = `${center}/${id}`
let root: string
beforeEach(async () => void (root = await mkdtemp(path.join(tmpdir(), 'dangqun-files-'))))
afterEach(() => rm(root, { recursive: true }))

async function keys(storage: DiskFileStorage, of: string): Promise<string[]> {
  const found: string[] = []
  for await (const each of storage.list(of)) found.push(each.key)
  return found
}

test('what was put is there, below its centre alone, until it is removed', async () => {
  const storage = new DiskFileStorage(root)
  expect(await storage.get(key)).toBeNull()
  await storage.put(key, Buffer.from('bytes'))
  expect(String(await storage.get(key))).toBe('bytes')
  expect(await keys(storage, center)).toEqual([key])
  expect(await keys(storage, other)).toEqual([])
  await storage.remove(key)
  await storage.remove(key)
  expect(await storage.get(key)).toBeNull()
})

test('a key leads nowhere else', async () => {
  const storage = new DiskFileStorage(root)
  for (const bad of ['../../etc/passwd', `${center}/../${other}`, `${center}/${id}/x`, '', `${center}/${id}\0`]) await expect(storage.get(bad)).rejects.toThrow('not a key of a file')
})

test('what a killed process left half written is no file, and goes after an hour', async () => {
  const storage = new DiskFileStorage(root)
  await storage.put(key, Buffer.from('bytes'))
  const part = path.join(root, `${key}.rest.part`)
  await writeFile(part, 'half')
  expect(await keys(storage, center)).toEqual([key])
  await utimes(part, new Date(0), new Date(0))
  await keys(storage, center)
  await expect(writeFile(part, 'half', { flag: 'r+' })).rejects.toThrow('ENOENT')
})
