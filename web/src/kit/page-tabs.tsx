import type { ReactNode } from 'react'

interface PageTabsProps {
  /** What the tabs are about, for a screen reader. */
  label: string
  tabs: readonly { key: string; name: ReactNode }[]
  shown: string
  onOpen: (key: string) => void
}

/** The parts of one page, by name; which one is open stands in the address. Wraps where the window is narrow: none is hidden behind a “more”. */
export function PageTabs({ label, tabs, shown, onOpen }: PageTabsProps) {
  return (
    <nav className="page-tabs" aria-label={label}>
      {tabs.map(({ key, name }) => (
        <button
          key={key}
          type="button"
          aria-current={key === shown ? 'page' : undefined}
          onClick={() => onOpen(key)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}
