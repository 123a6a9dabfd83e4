import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Skeleton } from 'antd'
import { fill } from '../../i18n/texts.ts'
import { formatDate } from '../../kit/format.ts'
import { useMe } from '../../kit/me.ts'
import { useNarrow } from '../../kit/narrow.ts'
import { Icon } from '../../ui/icon.tsx'
import { consoleModules } from './modules.ts'
import { fewEntries, useEntries } from './navigation.ts'
import { t } from './texts.ts'

const parts = consoleModules
  .flatMap((one) => one.home ?? [])
  .sort((a, b) => a.order - b.order)
  .map((declared) => ({ ...declared, Part: lazy(declared.part) }))

/** The console’s home: what waits comes first (parts of the modules), then the ways into daily work. */
export function HomePage() {
  const me = useMe()
  const allowed = (permission: string | undefined) => !permission || me.permissions.includes(permission)
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{t('welcome', { name: me.person.name })}</h1>
          <p className="page-note">{t('today', { date: formatDate(me.today) })}</p>
        </div>
      </header>
      {parts
        .filter(({ permission }) => allowed(permission))
        .map(({ Part }, index) => (
          <Suspense key={index} fallback={<Skeleton active title={false} />}>
            <Part />
          </Suspense>
        ))}
      <Ways />
    </div>
  )
}

/** The ways into daily work, where they are few. On a phone the navigation above opens to the same list. */
function Ways() {
  const ways = useEntries()
  if (useNarrow() || ways.length === 0 || ways.length > fewEntries) return null
  return (
    <section aria-label={t('quick')}>
      <h2 className="section-title">{t('quick')}</h2>
      <ul className="ways">
        {ways.map((way) => (
          <li key={way.path}>
            <Link to={way.path}>
              <Icon name={way.icon} size={24} />
              <span>{fill(way.title, {})}</span>
              <Icon name="next" size={16} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
