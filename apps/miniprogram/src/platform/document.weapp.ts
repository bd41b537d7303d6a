import Taro from '@tarojs/taro'
import type { GivenFile } from '@dangqun/contracts/kit/files'

/**
 * Shows a document, from where it can be kept or passed on. It is written over the one of the same name.
 * @throws when the phone has no room or cannot show it
 */
export async function openDocument({ bytes }: GivenFile, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({ filePath, data: Uint8Array.from(bytes).buffer, success: () => resolve(), fail: ({ errMsg }) => reject(new Error(errMsg)) })
  })
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
}
