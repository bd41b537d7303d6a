import Taro from '@tarojs/taro'
import type { GivenFile } from '@dangqun/contracts/kit/files'

/**
 * Shows a document, from where it can be kept or passed on. It is written over the one of the same name.
 * @throws when the phone has no room or cannot show it
 */
export async function openDocument({ bytes }: GivenFile, name: string): Promise<void> {
  const filePath = pathOf(name)
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({ filePath, data: Uint8Array.from(bytes).buffer, success: () => resolve(), fail: ({ errMsg }) => reject(new Error(errMsg)) })
  })
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
}

/** Hands a text to the person as a file: WeChat lets them send it to a chat of theirs, and keep it there. Call it from a tap. */
export async function saveText(name: string, _type: 'application/json' | 'text/csv', text: string): Promise<void> {
  const filePath = pathOf(name)
  const files = Taro.getFileSystemManager()
  files.writeFileSync(filePath, text, 'utf8')
  try {
    await Taro.shareFileMessage({ filePath, fileName: name })
  } catch {
    // Turned back at WeChat's own dialog: the file can be sent again.
  } finally {
    // What it holds is personal: it does not stay on the phone.
    files.unlinkSync(filePath)
  }
}

const pathOf = (name: string) => `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
