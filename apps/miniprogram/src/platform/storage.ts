import Taro from '@tarojs/taro'

export type Name = 'session' | 'account' | 'center' | 'privacy' | 'reading' | 'drafts' | 'answers' | 'doors'

/** Reads a remembered text; null when there is none or the phone refuses storage. */
export function recall(name: Name): string | null {
  try {
    const value: unknown = Taro.getStorageSync(name)
    return typeof value === 'string' && value !== '' ? value : null
  } catch {
    return null
  }
}

/**
 * Remembers a text, or forgets it with null. A full or forbidden storage mostly means asking again next time.
 * @returns false when the phone refused: the value lives as long as the page
 */
export function remember(name: Name, value: string | null): boolean {
  try {
    if (value === null) Taro.removeStorageSync(name)
    else Taro.setStorageSync(name, value)
    return true
  } catch {
    return false
  }
}
