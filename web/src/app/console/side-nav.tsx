import { Link, useLocation } from '@tanstack/react-router'
import { fill } from '../../i18n/texts.ts'
import { useMe } from '../../kit/me.ts'
import { useNarrow } from '../../kit/narrow.ts'
import type { NavEntry, NavGroup } from '../../kit/routes.ts'
import { Icon } from '../../ui/icon.tsx'
import { consoleModules } from './modules.ts'
import { t } from './texts.ts'

const groups: readonly NavGroup[] = ['work', 'roster', 'programmes', 'figures', 'admin']
const home: NavEntry = { path: '/', title: { zh: '首页', en: 'Home' }, icon: 'home', group: 'work' }

/**
 * The left navigation: what the appointment in use may open, by group. Folded it shows icons, with the words as titles. On a phone it is one line
 * that opens, and closes when another page has been chosen.
 */
export function SideNav({ folded, onFold }: { folded: boolean; onFold: (folded: boolean) => void }) {
  const { permissions } = useMe()
  const entries = [home, ...consoleModules.flatMap((one) => one.nav ?? [])].filter(
    (entry) => !entry.permission || permissions.includes(entry.permission),
  )
  const { pathname } = useLocation()
  const narrow = useNarrow()
  const list = (
    <div className="side-nav-groups">
      {groups.map((group) => (
        <Group
          key={group}
          title={t(group)}
          entries={entries.filter((entry) => entry.group === group)}
          folded={folded && !narrow}
        />
      ))}
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

function Group({ title, entries, folded }: { title: string; entries: readonly NavEntry[]; folded: boolean }) {
  if (entries.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <Link
              to={entry.path}
              activeOptions={{ exact: hasEntriesBelow(entry, entries), includeSearch: false }}
              title={folded ? fill(entry.title, {}) : undefined}
            >
              <Icon name={entry.icon} />
              <span>{fill(entry.title, {})}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An entry is lit on the pages below it, but not on those that have an entry of their own. */
function hasEntriesBelow({ path }: NavEntry, entries: readonly NavEntry[]): boolean {
  return path === '/' || entries.some((other) => other.path.startsWith(`${path}/`))
}
