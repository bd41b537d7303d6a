import type { NetworkTrouble } from '@/platform/network.rules'

const words = { offline: '没有网络', unanswered: '网络不通', slow: '网络有点慢' }

/**
 * The line above a page while the network is in trouble.
 * @param shownAt when what is shown was answered, in milliseconds; null when nothing is shown
 */
export function sayTrouble(trouble: NonNullable<NetworkTrouble>, shownAt: number | null, now: number): string {
  if (shownAt !== null) return `${words[trouble]}，显示${sayAge(now - shownAt)}的内容`
  return trouble === 'slow' ? '网络有点慢，正在加载' : `${words[trouble]}，连上后会自动更新`
}

/** `刚才`, ` 5 分钟前`, ` 3 小时前`, ` 2 天前` */
export function sayAge(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return '刚才'
  if (minutes < 60) return ` ${minutes} 分钟前`
  if (minutes < 24 * 60) return ` ${Math.floor(minutes / 60)} 小时前`
  return ` ${Math.floor(minutes / 60 / 24)} 天前`
}
