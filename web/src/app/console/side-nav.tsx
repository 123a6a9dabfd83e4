import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { fill } from '../../i18n/texts.ts'
import { useNarrow } from '../../kit/narrow.ts'
import type { NavEntry, NavGroup } from '../../kit/routes.ts'
import { Icon } from '../../ui/icon.tsx'
import { fewEntries, useEntries } from './navigation.ts'
import { t } from './texts.ts'

const groups: readonly NavGroup[] = [
  'work',
  'roster',
  'commissioners',
  'matchmaking',
  'events',
  'funds',
  'figures',
  'admin',
]
const home: NavEntry = { path: '/', title: { zh: '首页', en: 'Home' }, icon: 'home', group: 'work' }

/** Open for everybody; whoever may open many pages finds the other groups closed. */
const daily: readonly NavGroup[] = ['work', 'roster']

/** The width in px up to which the navigation stands above the page instead of beside it, as in shell.css. */
const aboveThePage = 860

/**
 * The left navigation: what the appointment in use may open, by group. Groups open and close, and stay as somebody left them. Folded it shows
 * icons, with the words as titles. On a narrow screen it is one line that opens, and closes when another page has been chosen.
 */
export function SideNav({ folded, onFold }: { folded: boolean; onFold: (folded: boolean) => void }) {
  const entries = [home, ...useEntries()]
  const { pathname } = useLocation()
  const narrow = useNarrow(aboveThePage)
  const [chosen, choose] = useChosenGroups()
  const groupsBox = useRef<HTMLDivElement>(null)
  // In braces: newer browsers answer a promise, and an effect may answer nothing.
  useEffect(() => {
    groupsBox.current?.querySelector('a.active')?.scrollIntoView({ block: 'nearest' })
  }, [pathname])
  const list = (
    <div className="side-nav-groups" ref={groupsBox}>
      {groups.map((group) => {
        const own = entries.filter((entry) => entry.group === group)
        const isDaily = entries.length <= fewEntries || daily.includes(group)
        const isOpen = chosen[group] ?? (isDaily || own.some(({ path }) => isWithin(pathname, path)))
        return (
          <Group
            key={group}
            title={t(group)}
            entries={own}
            iconsOnly={folded && !narrow}
            open={isOpen}
            onOpen={(open) => choose(group, open)}
          />
        )
      })}
    </div>
  )
  if (narrow)
    return (
      <nav className="side-nav" aria-label={t('navigation')}>
        <details key={pathname}>
          <summary>{t('navigation')}</summary>
          {list}
        </details>
      </nav>
    )
  return (
    <nav className="side-nav" aria-label={t('navigation')}>
      {list}
      <button type="button" className="side-nav-fold" onClick={() => onFold(!folded)} aria-expanded={!folded}>
        <Icon name="fold" size={18} />
        <span>{folded ? t('unfold') : t('fold')}</span>
      </button>
    </nav>
  )
}

interface GroupProps {
  title: string
  entries: readonly NavEntry[]
  iconsOnly: boolean
  open: boolean
  onOpen: (open: boolean) => void
}

function Group({ title, entries, iconsOnly, open, onOpen }: GroupProps) {
  if (entries.length === 0) return null
  return (
    <section>
      <h2>
        {iconsOnly ? (
          title
        ) : (
          <button type="button" aria-expanded={open} onClick={() => onOpen(!open)}>
            {title}
            <Icon name={open ? 'down' : 'next'} size={14} />
          </button>
        )}
      </h2>
      {(open || iconsOnly) && (
        <ul>
          {entries.map((entry) => (
            <li key={entry.path}>
              <Link
                to={entry.path}
                activeOptions={{ exact: hasEntriesBelow(entry, entries), includeSearch: false }}
                title={iconsOnly ? fill(entry.title, {}) : undefined}
              >
                <Icon name={entry.icon} />
                <span>{fill(entry.title, {})}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** An entry is lit on the pages below it, but not on those that have an entry of their own. */
function hasEntriesBelow({ path }: NavEntry, entries: readonly NavEntry[]): boolean {
  return path === '/' || entries.some((other) => other.path.startsWith(`${path}/`))
}

function isWithin(pathname: string, path: string): boolean {
  const own = pathname.replace(/^\/console/, '')
  return own === path || own.startsWith(`${path}/`)
}

const chosenKey = 'gonghui.navigation.groups'
type Chosen = Partial<Record<NavGroup, boolean>>

/** The groups somebody opened or closed by hand on this computer. */
function useChosenGroups(): [Chosen, (group: NavGroup, open: boolean) => void] {
  const [chosen, setChosen] = useState(() => {
    try {
      return JSON.parse(localStorage.getItem(chosenKey) ?? '{}') as Chosen
    } catch {
      return {}
    }
  })
  const choose = (group: NavGroup, open: boolean) => {
    const next = { ...chosen, [group]: open }
    localStorage.setItem(chosenKey, JSON.stringify(next))
    setChosen(next)
  }
  return [chosen, choose]
}
