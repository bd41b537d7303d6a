import Taro from '@tarojs/taro'

/** Hands a text to the person as a file: WeChat lets them send it to a chat of theirs, and keep it there. Call it from a tap. */
export async function saveText(name: string, _type: 'application/json' | 'text/csv', text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
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
