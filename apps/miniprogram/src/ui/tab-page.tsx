import { createContext, useContext, type ComponentType } from 'react'
import type { TabName } from '@/platform/tabs'

const Tab = createContext<TabName | null>(null)

/** The tab that this page belongs to; null on a page that lies above the tabs. */
export const useTab = () => useContext(Tab)

/** A page of the tab bar: whatever state it is in, its screen ends with the bar. */
export function tabPage(name: TabName, Page: ComponentType) {
  return function TabPage() {
    return <Tab.Provider value={name}><Page /></Tab.Provider>
  }
}
