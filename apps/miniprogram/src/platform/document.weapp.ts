import Taro from '@tarojs/taro'
import type { GivenFile } from '@dangqun/contracts/kit/files'
import { safeName, type HandOver } from './document.rules'

/**
 * Shows a document, from where it can be kept or passed on. Only the last one stays on the phone.
 * @param name shown when it is passed on
 * @throws when the phone has no room or cannot show it
 */
export async function openDocument({ bytes }: GivenFile, name: string): Promise<void> {
  const files = Taro.getFileSystemManager()
  const dirPath = pathOf('papers')
  const filePath = `${dirPath}/${safeName(name)}`
  // Whether the folder is there then shows at the writing.
  await new Promise<void>((resolve) => files.rmdir({ dirPath, recursive: true, complete: () => resolve() }))
  await new Promise<void>((resolve) => files.mkdir({ dirPath, recursive: true, complete: () => resolve() }))
  await new Promise<void>((resolve, reject) => {
    files.writeFile({ filePath, data: Uint8Array.from(bytes).buffer, success: () => resolve(), fail: ({ errMsg }) => reject(new Error(errMsg)) })
  })
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
}

/** Hands a text to the person as a file: WeChat lets them send it to a chat of theirs, and keep it there. Call it from a tap. */
export async function saveText(name: string, type: 'application/json' | 'text/csv', text: string): Promise<HandOver> {
  if (!Taro.canIUse('shareFileMessage')) return 'impossible'
  const filePath = pathOf(type === 'text/csv' ? 'copy.csv' : 'copy.json')
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(filePath, text, 'utf8')
  } catch {
    forget(filePath)
    return 'noRoom'
  }
  try {
    await Taro.shareFileMessage({ filePath, fileName: safeName(name) })
    return 'done'
  } catch (failure) {
    return /cancel/.test((failure as { errMsg?: string }).errMsg ?? '') ? 'turnedBack' : 'impossible'
  } finally {
    forget(filePath)
  }
}

/** What a copy holds is personal: it does not stay on the phone. */
function forget(filePath: string): void {
  try {
    Taro.getFileSystemManager().unlinkSync(filePath)
  } catch {
    // Never written, or written over by the next copy.
  }
}

const pathOf = (name: string) => `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
