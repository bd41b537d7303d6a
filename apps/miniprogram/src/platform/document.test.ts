import Taro from '@tarojs/taro'
import { openDocument, saveText } from './document.weapp'

const root = 'wxfile://usr'
const files = new Map<string, unknown>()
const folders = new Set([root])
const opened: string[] = []
let share: () => Promise<unknown>
let canShare: boolean
let isFull: boolean

type Told = { success?: () => void; fail?: (error: { errMsg: string }) => void; complete?: () => void }
const write = (filePath: string, data: unknown) => {
  if (isFull || !folders.has(filePath.slice(0, filePath.lastIndexOf('/')))) throw new Error('fail')
  files.set(filePath, data)
}

beforeEach(() => {
  files.clear()
  opened.length = 0
  canShare = true
  isFull = false
  share = () => Promise.resolve({})
  Object.assign(Taro, {
    env: { USER_DATA_PATH: root },
    canIUse: () => canShare,
    shareFileMessage: () => share(),
    openDocument: ({ filePath }: { filePath: string }) => Promise.resolve(void opened.push(filePath)),
    getFileSystemManager: () => ({
      rmdir: ({ dirPath, complete }: Told & { dirPath: string }) => {
        for (const file of [...files.keys()]) if (file.startsWith(`${dirPath}/`)) files.delete(file)
        folders.delete(dirPath)
        complete?.()
      },
      mkdir: ({ dirPath, complete }: Told & { dirPath: string }) => {
        folders.add(dirPath)
        complete?.()
      },
      writeFile: ({ filePath, data, success, fail }: Told & { filePath: string; data: unknown }) => {
        try {
          write(filePath, data)
          success?.()
        } catch {
          fail?.({ errMsg: 'writeFile:fail' })
        }
      },
      writeFileSync: write,
      unlinkSync: (filePath: string) => {
        if (!files.delete(filePath)) throw new Error('no such file')
      },
    }),
  })
})

const pdf = { type: 'application/pdf' as const, bytes: Uint8Array.of(1) }

test('a document with any name opens, and only the last one stays on the phone', async () => {
  await openDocument(pdf, '融资成本测算-惠商贷.pdf')
  await openDocument(pdf, '融资成本测算-抵押/信用“快”贷?.pdf')
  expect(opened.at(-1)).toBe(`${root}/papers/融资成本测算-抵押·信用“快”贷·.pdf`)
  expect([...files.keys()]).toEqual([opened.at(-1)])
  isFull = true
  await expect(openDocument(pdf, 'a.pdf')).rejects.toThrow('writeFile:fail')
})

test('whether a copy was handed over is known, and it never stays on the phone', async () => {
  const save = () => saveText('副本.csv', 'text/csv', 'a,b')
  expect(await save()).toBe('done')
  share = () => Promise.reject(Object.assign(new Error(), { errMsg: 'shareFileMessage:fail cancel' }))
  expect(await save()).toBe('turnedBack')
  share = () => Promise.reject(Object.assign(new Error(), { errMsg: 'shareFileMessage:fail not supported' }))
  expect(await save()).toBe('impossible')
  isFull = true
  expect(await save()).toBe('noRoom')
  canShare = false
  expect(await save()).toBe('impossible')
  expect(files.size).toBe(0)
})
