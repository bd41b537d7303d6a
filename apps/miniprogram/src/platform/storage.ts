import Taro from '@tarojs/taro'

export type Name = 'session' | 'account' | 'center' | 'privacy' | 'reading' | 'drafts' | 'answers'

/** Reads a remembered text; null when there is none or the phone refuses storage. */
export function recall(name: Name): string | null {
  try {
    const value: unknown = Taro.getStorageSync(name)
    return typeof value === 'string' && value !== '' ? value : null
  } catch {
    return null
  }
}

/** Remembers a text, or forgets it with null. A full or forbidden storage only means asking again next time. */
export function remember(name: Name, value: string | null): void {
  try {
    if (value === null) Taro.removeStorageSync(name)
    else Taro.setStorageSync(name, value)
  } catch {
    // Private browsing without storage: the value lives as long as the page.
  }
}
