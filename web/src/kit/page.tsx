import type { ReactNode } from 'react'

interface PageProps {
  title: ReactNode
  /** A line under the title: a count, a date, whose it is. */
  note?: ReactNode
  /** Buttons at the right of the title; the primary one last. */
  actions?: ReactNode
  children: ReactNode
}

/** The skeleton of every console page: title, note, actions, content. */
export function Page({ title, note, actions, children }: PageProps) {
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {note && <p className="page-note">{note}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
