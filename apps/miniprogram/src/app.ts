import type { PropsWithChildren } from 'react'
import './platform/shell'
import './app.less'

export default function App({ children }: PropsWithChildren) {
  return children
}
