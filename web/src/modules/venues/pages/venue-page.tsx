import '../venues.css'
import { Link } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import type { Venue } from '#contract/venues.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatAside, formatDate, formatList } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Checklist } from '../parts/checklist.tsx'
import { StandingTag } from '../parts/standing-tag.tsx'
import { Stars } from '../parts/stars.tsx'
import { t, weekday } from '../texts.ts'
import { venuesChanged } from '../venues-changed.ts'

/** One venue: how it stands item by item, who saw it, its stars, who may use it. */
export default function VenuePage() {
  const venueId = useParam('venueId')
  const venue = useRead('getVenue', { venueId })
  return (
    <Page
      title={venue.data?.name ?? t('title')}
      note={venue.data && <Standing venue={venue.data} />}
      actions={venue.data && <Actions venue={venue.data} />}
    >
      {venue.isPending && <Skeleton active />}
      {venue.error && <p className="problem">{errorSentence(venue.error)}</p>}
      {venue.data && (
        <div className="venue-sheet">
          <Checklist venue={venue.data} />
          <div className="venue-columns">
            <section className="panel">
              <h2>{t('facts')}</h2>
              <Facts facts={factsOf(venue.data)} />
            </section>
            <div className="venue-sheet">
              <Inspections venue={venue.data} />
              <Stars venue={venue.data} />
            </div>
          </div>
        </div>
      )}
    </Page>
  )
}

function Standing({ venue }: { venue: Venue }) {
  return (
    <>
      <StandingTag state={venue.state} />
      {venue.stars > 0 && `${t('starsAre', { stars: venue.stars })} · `}
      {t('usesAre', { uses: venue.uses })}
      {venue.revisitOn && ` · ${t('revisitOn')} ${formatDate(venue.revisitOn)}`}
      {venue.closedOn && ` · ${t('closedOn', { day: formatDate(venue.closedOn) })}`}
    </>
  )
}

function Actions({ venue }: { venue: Venue }) {
  const confirm = useConfirm()
  const { today } = useMe()
  const { message } = App.useApp()
  const close = useAct('closeVenue', { invalidates: venuesChanged })
  async function end() {
    if (!(await confirm({ title: `${t('closeVenue')}：${venue.name}`, verb: t('closeVenue') }))) return
    close.mutate(
      { venueId: venue.id, closedOn: today },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <>
      {venue.can.write && (
        <>
          <Button onClick={() => void end()}>{t('closeVenue')}</Button>
          <Link to={`/venues/${venue.id}/edit` as never}>
            <Button>{t('edit')}</Button>
          </Link>
        </>
      )}
      {venue.can.inspect === null && (
        <Link to={`/venues/${venue.id}/inspect` as never}>
          <Button type="primary">{t('inspect')}</Button>
        </Link>
      )}
      {(venue.can.inspect === 'own_venue' || venue.can.inspect === 'near_relative') && (
        <>
          <span id="why-not-inspect" className="quiet">
            {t(venue.can.inspect)}
          </span>
          <Button type="primary" disabled aria-describedby="why-not-inspect">
            {t('inspect')}
          </Button>
        </>
      )}
    </>
  )
}

function factsOf(venue: Venue): (readonly [string, string])[] {
  const { position } = venue
  const size = [
    venue.areaSquareMetres && t('areaIs', { area: venue.areaSquareMetres }),
    venue.seats && t('seatsAre', { seats: venue.seats }),
  ].filter(Boolean)
  return [
    [t('kind'), t(venue.kind)],
    [t('keeper'), venue.organisationName],
    [t('address'), venue.address],
    [t('size'), formatList(size as string[]) || '—'],
    [
      t('position'),
      position === null ? '—' : `${position.longitude}, ${position.latitude}${formatAside(position.datum)}`,
    ],
    [t('openedOn'), formatDate(venue.openedOn)],
    [
      t('hours'),
      `${venue.openWeekdays.map((day) => weekday(`d${day}` as 'd1')).join(' ')} ${venue.opensAt}–${venue.closesAt}`,
    ],
    [
      t('sharing'),
      venue.sharedWithId === null
        ? t('notShared')
        : t('upTo', { minutes: venue.longestMinutes, days: venue.daysAhead }),
    ],
  ]
}

function Inspections({ venue }: { venue: Venue }) {
  return (
    <section className="panel">
      <h2>{t('inspections')}</h2>
      {venue.inspections.length === 0 && <p className="quiet">{t('noInspections')}</p>}
      <ul className="venue-lines">
        {venue.inspections.map((each) => (
          <li key={each.id}>
            {t('inspectedBy', { day: formatDate(each.inspectedOn), name: each.inspectorName, met: each.met })}
            {each.note && <p className="quiet">{each.note}</p>}
            <DownloadButton
              operation="downloadVenueInspection"
              input={() => Promise.resolve({ venueId: venue.id, inspectionId: each.id })}
              label={t('report')}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
