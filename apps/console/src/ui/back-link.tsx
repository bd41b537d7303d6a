import { LeftOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** One level up, above a page's title. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return <Link to={to} className="back"><LeftOutlined aria-hidden />{children}</Link>
}
