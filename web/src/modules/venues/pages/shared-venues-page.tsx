import '../venues.css'
import { useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { SharedVenue, VenueBooking } from '#contract/venues.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { BookDialog } from '../parts/book-dialog.tsx'
import { BookingActs } from '../parts/booking-acts.tsx'
import { VenueTabs } from '../parts/venue-tabs.tsx'
import { t } from '../texts.ts'
import { freeWords } from '../free-words.ts'
import { clockOf } from '../wall-clock.ts'

/** 共享阵地: what is free on a day, and booking it. */
export default function SharedVenuesPage() {
  const navigate = useNavigate()
  const { day } = useSearchText()
  const shared = useRead('listSharedVenues', day === undefined ? {} : { day })
  return (
    <Page title={t('shared')} note={t('sharedNote')}>
      <VenueTabs shown="/venues/shared" />
      <div className="venue-day">
        <label htmlFor="shared-day">{t('day')}</label>
        <DateField
          id="shared-day"
          value={day ?? shared.data?.day ?? null}
          onChange={(chosen) =>
            void navigate({ to: '/venues/shared' as never, search: (chosen ? { day: chosen } : {}) as never })
          }
        />
      </div>
      {shared.isPending && <Skeleton active />}
      {shared.error && <p className="problem">{errorSentence(shared.error)}</p>}
      {shared.data?.items.length === 0 && <p className="panel quiet">{t('noShared')}</p>}
      <ul className="venue-shared">
        {shared.data?.items.map((venue) => (
          <Card key={venue.id} venue={venue} />
        ))}
      </ul>
    </Page>
  )
}

function Card({ venue }: { venue: SharedVenue }) {
  const [booking, setBooking] = useState(false)
  return (
    <li className="panel">
      <div className="venue-shared-head">
        <h2>{venue.name}</h2>
        <Button type="primary" disabled={venue.free.length === 0} onClick={() => setBooking(true)}>
          {t('book')}
        </Button>
      </div>
      <p className="quiet">
        {[venue.organisationName, venue.address, venue.seats && t('seatsAre', { seats: venue.seats })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="quiet">
        {venue.opensAt}–{venue.closesAt} ·{' '}
        {t('upTo', { minutes: venue.longestMinutes, days: venue.daysAhead })}
      </p>
      <p>{freeWords(venue)}</p>
      {venue.bookings.length > 0 && (
        <ul className="venue-lines">
          {venue.bookings.map((each) => (
            <Taken key={each.id} booking={each} />
          ))}
        </ul>
      )}
      {booking && <BookDialog venue={venue} onClose={() => setBooking(false)} />}
    </li>
  )
}

function Taken({ booking }: { booking: VenueBooking }) {
  return (
    <li>
      <b>
        {clockOf(booking.startsAt)}–{clockOf(booking.endsAt)}
      </b>{' '}
      {booking.organisationName}
      {booking.purpose && ` · ${booking.purpose}`}
      {booking.people !== null
        ? ` · ${t('came', { people: booking.people })}`
        : booking.expectedPeople !== null && ` · ${t('expected', { people: booking.expectedPeople })}`}
      {(booking.can.cancel || booking.can.checkIn) && <BookingActs booking={booking} />}
    </li>
  )
}
