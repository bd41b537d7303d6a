import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** One line under the title: what this page is for, or the facts to have in mind. */
  note?: ReactNode
  actions?: ReactNode
  above?: ReactNode
}

export function PageHeader({ title, note, actions, above }: Props) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {above}
        <h1>{title}</h1>
        {note ? <div className="page-note">{note}</div> : null}
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  )
}
