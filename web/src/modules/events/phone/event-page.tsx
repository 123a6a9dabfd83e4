import './events.css'
import { Suspense } from 'react'
import type { OpenEvent } from '#contract/events.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { eventPartsOf } from '../../../kit/event-parts.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import type { PhonePageProps } from '../../../kit/routes.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { formatSpan } from '../times.ts'
import { admissionName } from '../words.ts'
import { t } from './texts.ts'

/** One event: what, when and where; then the parts of those who work with it, the next step first. */
export default function EventPage({ params }: PhonePageProps) {
  const event = useRead('getOpenEvent', { eventId: params.eventId! })
  if (event.isPending) return <Skeleton lines={8} label={t('loading')} />
  if (!event.data)
    return (
      <Empty icon="events" title={t('failed')} hint={errorSentence(event.error)}>
        <Button look="primary" onClick={() => void event.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  return <Shown event={event.data} />
}

function Shown({ event }: { event: OpenEvent }) {
  return (
    <>
      <header className="event-head">
        <h2>{event.title}</h2>
        <p className="figures">{formatSpan(event.startsAt, event.endsAt)}</p>
        <p>
          {event.venue} · {event.address}
        </p>
      </header>
      <Changes event={event} />
      {eventPartsOf(event.kind).map(({ Part }, at) => (
        <Suspense key={at} fallback={<Skeleton lines={3} label={t('loading')} />}>
          <Part event={event} />
        </Suspense>
      ))}
      <section className="sheet event-about">
        <h2>{t('about')}</h2>
        <p className="event-summary">{event.summary}</p>
        <Facts facts={factsOf(event)} />
      </section>
      <a
        className="button button-plain event-calendar"
        href={`/api/v1/me/events/${event.id}/calendar`}
        download
      >
        {t('toCalendar')}
      </a>
    </>
  )
}

function Changes({ event }: { event: OpenEvent }) {
  const last = event.changes.slice(-1)[0]
  if (last === undefined) return null
  return (
    <Notice
      tone={last.step === 'cancelled' ? 'problem' : 'due'}
      title={last.step === 'cancelled' ? t('cancelled') : t('postponed')}
    >
      {last.reason !== null && <p>{last.reason}</p>}
    </Notice>
  )
}

function factsOf(event: OpenEvent): (readonly [string, string])[] {
  const hosts = [event.organisationName, ...event.hosts.map((host) => host.name)]
  return [
    ...event.sessions.map(
      (session) => [session.title, formatSpan(session.startsAt, session.endsAt)] as const,
    ),
    [t('host'), hosts.join('、')],
    [t('places'), `${t('placesOf', { capacity: formatNumber(event.capacity) })} · ${t('free')}`],
    [t('registration'), formatSpan(event.registrationOpensAt, event.registrationClosesAt)],
    [t('cancelUntil'), formatInstant(event.cancelUntil)],
    [t('admission'), admissionName(event.admission)],
  ]
}
