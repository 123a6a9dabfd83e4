import './events.css'
import { useState } from 'react'
import type { OpenEventRow } from '#contract/events.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { formatSpan } from '../times.ts'
import { phaseName } from '../words.ts'
import { t } from './texts.ts'
import { standingWords } from './words.ts'

type Which = 'open' | 'own' | 'past'

const lists = [
  { which: 'open', path: '/events' },
  { which: 'own', path: '/events/own' },
  { which: 'past', path: '/events/past' },
] as const
const pageLength = 20

/** One of the three lists of events, with the way to the other two. */
export function EventList({ which }: { which: Which }) {
  return (
    <>
      <nav className="event-lists" aria-label={t('lists')}>
        {lists.map((list) => (
          <PhoneLink key={list.which} to={list.path} current={list.which === which}>
            {t(list.which)}
          </PhoneLink>
        ))}
      </nav>
      <Events which={which} />
    </>
  )
}

function Events({ which }: { which: Which }) {
  const [limit, setLimit] = useState(pageLength)
  const events = useRead('listOpenEvents', { which, limit })
  if (events.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!events.data)
    return (
      <Empty icon="offline" title={t('failed')} hint={errorSentence(events.error)}>
        <Button look="primary" onClick={() => void events.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  const { items, nextCursor } = events.data
  if (items.length === 0) return <Empty icon="events" {...emptyWords(which)} />
  return (
    <>
      {items.map((event) => (
        <EventCard key={event.id} event={event} />
      ))}
      {which === 'own' && (
        <a className="button button-plain event-calendar" href="/api/v1/me/events-calendar" download>
          {t('allToCalendar')}
        </a>
      )}
      {nextCursor !== null && limit < 200 && (
        <Button onClick={() => setLimit(Math.min(limit + pageLength, 200))}>{t('more')}</Button>
      )}
    </>
  )
}

/** One event of a list: what, when, where, and how one stands. */
export function EventCard({ event }: { event: OpenEventRow }) {
  const standing = event.registration
  return (
    <PhoneLink to={`/events/${event.id}`} className="event-card">
      <strong>{event.title}</strong>
      <span className="figures">{formatSpan(event.startsAt, event.endsAt)}</span>
      <span>
        {event.venue} · {event.organisationName}
      </span>
      <span className={standing === null ? 'event-phase' : 'event-phase event-standing'}>
        {standing === null || event.state === 'cancelled' ? phaseName(event.phase) : standingWords(standing)}
      </span>
    </PhoneLink>
  )
}

function emptyWords(which: Which): { title: string; hint: string } {
  if (which === 'open') return { title: t('noneOpen'), hint: t('noneOpenHint') }
  if (which === 'own') return { title: t('noneOwn'), hint: t('noneOwnHint') }
  return { title: t('nonePast'), hint: t('nonePastHint') }
}
