import type { EventFile } from '#contract/events.ts'
import { eventKindName } from '../../../kit/event-screens.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { t } from '../texts.ts'
import { formatSpan } from '../times.ts'
import { admissionName, hostKindName, seatingName } from '../words.ts'
import { EventSteps } from './event-steps.tsx'

/** What the office wrote down of an event, and what was done to it. */
export function EventOverview({ event }: { event: EventFile }) {
  return (
    <div className="event-overview">
      <section className="panel">
        <p className="event-summary">{event.summary}</p>
        <Facts facts={factsOf(event)} />
      </section>
      <section className="panel">
        <h2 className="section-title">{t('steps')}</h2>
        <EventSteps steps={event.steps} />
      </section>
    </div>
  )
}

type Fact = readonly [label: string, value: string]

function factsOf(event: EventFile): Fact[] {
  return [
    [t('when'), formatSpan(event.startsAt, event.endsAt)],
    ...event.sessions.map((session): Fact => [session.title, formatSpan(session.startsAt, session.endsAt)]),
    [t('venue'), `${event.venue}（${event.address}）`],
    [t('host'), `${event.organisationName} · ${hostKindName(event.hostKind)}`],
    ...listed(t('jointHosts'), event.hosts.map((host) => host.name).join('、')),
    ...listed(t('series'), seriesOf(event)),
    [t('kind'), eventKindName(event.kind)],
    [
      t('places'),
      t('placesTaken', { taken: formatNumber(event.placesTaken), capacity: formatNumber(event.capacity) }),
    ],
    [t('registration'), formatSpan(event.registrationOpensAt, event.registrationClosesAt)],
    [t('cancelUntil'), formatInstant(event.cancelUntil)],
    [t('admission'), admissionName(event.admission)],
    [
      t('offerMinutes'),
      event.offerMinutes === null ? t('noWaiting') : t('minutes', { count: event.offerMinutes }),
    ],
    [t('seating'), seatingOf(event)],
    ...listed(t('budgetLine'), event.budgetLine ?? ''),
  ]
}

function listed(label: string, value: string): Fact[] {
  return value === '' ? [] : [[label, value]]
}

function seriesOf({ seriesName, editionNo }: EventFile): string {
  if (seriesName === null) return ''
  return editionNo === null ? seriesName : t('edition', { name: seriesName, no: editionNo })
}

function seatingOf({ seating, rounds, roundMinutes, twoPart }: EventFile): string {
  if (seating === 'none') return seatingName(seating)
  const said = [seatingName(seating), t('roundsSaid', { rounds, minutes: roundMinutes })]
  return [...said, ...(twoPart ? [t('twoPart')] : [])].join(' · ')
}
