import { Suspense, lazy } from 'react'
import { fill } from '../../i18n/texts.ts'
import { formatDate } from '../../kit/format.ts'
import { useMe } from '../../kit/me.ts'
import { PhoneLink } from '../../kit/phone/router.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Empty } from '../../ui/light/empty.tsx'
import { Row } from '../../ui/light/row.tsx'
import { Skeleton } from '../../ui/light/waiting.tsx'
import { phoneModules } from './modules.ts'
import { t } from './texts.ts'

const homeParts = phoneModules
  .flatMap((one) => one.home ?? [])
  .sort((a, b) => a.order - b.order)
  .map((declared) => lazy(declared.part))

/** 首页: who I am, my card, then what the modules have for me. */
export function HomeTab() {
  const me = useMe()
  return (
    <>
      <div className="hello">
        <h2>{t('hello', { name: me.person.name })}</h2>
        <p>{formatDate(me.today)}</p>
      </div>
      <PhoneLink to="/card" className="card-tile">
        <span className="card-tile-union">{me.tenant.name}</span>
        <strong>{t('cardTitle')}</strong>
        <span className="card-tile-show">
          {t('showCard')}
          <Icon name="next" size={18} />
        </span>
      </PhoneLink>
      <Suspense fallback={<Skeleton lines={4} label={t('starting')} />}>
        {homeParts.length > 0 ? (
          homeParts.map((Part, index) => <Part key={index} />)
        ) : (
          <Empty icon="events" title={t('noEvents')} hint={t('noEventsHint')} />
        )}
      </Suspense>
    </>
  )
}

/** 活动, until a module brings its events. */
export function EventsTab() {
  return <Empty icon="events" title={t('noEvents')} hint={t('noEventsHint')} />
}

/** 服务: one line for each service. */
export function ServicesTab() {
  const entries = entriesOf('services')
  if (entries.length === 0)
    return <Empty icon="services" title={t('noServices')} hint={t('noServicesHint')} />
  return <Rows entries={entries} />
}

/** 我的: who I am, then own matters. */
export function OwnTab() {
  const me = useMe()
  return (
    <>
      <div className="own-head">
        <span className="own-letter" aria-hidden="true">
          {Array.from(me.person.name)[0]}
        </span>
        <div>
          <h2>{me.person.name}</h2>
          <p>{me.tenant.name}</p>
        </div>
      </div>
      {me.appointments.length > 0 && (
        <a className="row row-alone" href="/console">
          <Icon name="organisation" size={24} />
          <span className="row-words">
            <span>{t('toConsole')}</span>
            <small>{t('toConsoleHint')}</small>
          </span>
          <Icon name="next" size={18} />
        </a>
      )}
      <Rows entries={entriesOf('own')} />
    </>
  )
}

function Rows({ entries }: { entries: ReturnType<typeof entriesOf> }) {
  return (
    <ul className="rows">
      {entries.map((entry) => (
        <Row
          key={entry.path}
          to={entry.path}
          icon={entry.icon}
          title={fill(entry.title, {})}
          hint={entry.hint && fill(entry.hint, {})}
        />
      ))}
    </ul>
  )
}

function entriesOf(tab: 'services' | 'own') {
  return phoneModules.flatMap((one) => one.entries ?? []).filter((entry) => entry.tab === tab)
}
