import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import '../platform/dates.rules'
import { theme } from './theme'

/** A dialog that grows under the pointer takes a press and loses it: who wants no motion gets none at all. */
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
const ownTheme = { ...theme, token: { ...theme.token, motion: !isStill } }

export function Providers({ queryClient, children }: { queryClient: QueryClient; children: ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={ownTheme} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
