import type { TabName } from '@/platform/tabs'

/** Taro draws the browser's tab bar itself, outside of the pages; platform/shell gives it its sizes and dots. */
export function TabBar(_: { current: TabName }) {
  return null
}
