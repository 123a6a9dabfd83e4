import './venues-phone.css'
import { useState } from 'react'
import type { SharedVenue, VenueBooking } from '#contract/venues.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Choice } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from '../texts.ts'
import { freeWords } from '../free-words.ts'
import { beginnings, endings } from '../times.ts'
import { clockOf, instantAt } from '../wall-clock.ts'

const changed = ['listSharedVenues'] as const

/** 共享阵地: which places my unit may use, what is free on a day, booking one, and checking in. */
export default function PhoneVenuesPage() {
  const me = useMe()
  const may = useMay('venues.book')
  if (!may) return <Empty icon="organisation" title={t('shared')} hint={t('notBooking')} />
  return <Day today={me.today} />
}

function Day({ today }: { today: string }) {
  const [day, setDay] = useState(today)
  const shared = useRead('listSharedVenues', { day })
  return (
    <>
      <TextField label={t('day')} type="date" value={day} onChange={(chosen) => setDay(chosen || today)} />
      {shared.isPending && <Skeleton lines={6} label={t('loading')} />}
      {shared.error && <Empty icon="offline" title={t('shared')} hint={errorSentence(shared.error)} />}
      {shared.data?.items.length === 0 && (
        <Empty icon="organisation" title={t('shared')} hint={t('noShared')} />
      )}
      <div className="venue-list">
        {shared.data?.items.map((venue) => (
          <Venue key={venue.id} venue={venue} />
        ))}
      </div>
    </>
  )
}

function Venue({ venue }: { venue: SharedVenue }) {
  const [booking, setBooking] = useState(false)
  return (
    <article className="sheet" aria-label={venue.name}>
      <h2>{venue.name}</h2>
      <p className="quiet">
        {venue.address}
        {venue.seats !== null && ` · ${t('seatsAre', { seats: venue.seats })}`}
        <br />
        {venue.opensAt}–{venue.closesAt}
      </p>
      <p className="venue-free">{freeWords(venue)}</p>
      <ul className="venue-times">
        {venue.bookings.map((each) => (
          <Taken key={each.id} booking={each} />
        ))}
      </ul>
      {venue.free.length > 0 && !booking && <Button onClick={() => setBooking(true)}>{t('book')}</Button>}
      {booking && <BookForm venue={venue} onDone={() => setBooking(false)} />}
    </article>
  )
}

function Taken({ booking }: { booking: VenueBooking }) {
  return (
    <li>
      <strong>
        {clockOf(booking.startsAt)}–{clockOf(booking.endsAt)}
      </strong>{' '}
      {booking.organisationName}
      {booking.purpose !== null && ` · ${booking.purpose}`}
      {booking.people !== null && ` · ${t('came', { people: booking.people })}`}
      {(booking.can.cancel || booking.can.checkIn) && <Acts booking={booking} />}
    </li>
  )
}

function Acts({ booking }: { booking: VenueBooking }) {
  const [people, setPeople] = useState(String(booking.expectedPeople ?? ''))
  const cancel = useAct('cancelVenueBooking', { invalidates: changed })
  const checkIn = useAct('checkInVenueBooking', { invalidates: changed })
  const problem = cancel.error ?? checkIn.error
  const bookingId = booking.id
  return (
    <div>
      {booking.can.checkIn ? (
        <>
          <TextField
            label={t('howMany')}
            inputMode="numeric"
            value={people}
            onChange={setPeople}
            maxLength={6}
          />
          <Button
            busy={checkIn.isPending}
            {...(!(Number(people) > 0) && { why: t('howMany') })}
            onClick={() => checkIn.mutate({ bookingId, people: Number(people) })}
          >
            {t('checkIn')}
          </Button>
        </>
      ) : (
        <Button busy={cancel.isPending} onClick={() => cancel.mutate({ bookingId })}>
          {t('cancel')}
        </Button>
      )}
      {problem && <Notice tone="problem" title={errorSentence(problem)} />}
    </div>
  )
}

function BookForm({ venue, onDone }: { venue: SharedVenue; onDone: () => void }) {
  const times = beginnings(venue)
  const [starts, setStarts] = useState(times[0]!)
  const until = endings(venue, starts)
  const [chosen, setEnds] = useState('')
  // An hour, or what is left of it, until somebody says otherwise.
  const ends = until.includes(chosen) ? chosen : (until[1] ?? until[0] ?? '')
  const [purpose, setPurpose] = useState('')
  const [people, setPeople] = useState('')
  const book = useAct('bookVenue', { invalidates: changed })
  const options = (clocks: readonly string[]) => clocks.map((clock) => ({ value: clock, label: clock }))
  const missing = purpose.trim() === '' || !(Number(people) > 0) || ends === ''
  const send = () =>
    book.mutate(
      {
        venueId: venue.id,
        startsAt: instantAt(venue.day, starts),
        endsAt: instantAt(venue.day, ends),
        purpose: purpose.trim(),
        expectedPeople: Number(people),
      },
      { onSuccess: onDone },
    )
  return (
    <section aria-label={t('bookTitle', { name: venue.name })}>
      <p className="field-hint">{t('upTo', { minutes: venue.longestMinutes, days: venue.daysAhead })}</p>
      <div className="venue-span">
        <Choice label={t('starts')} value={starts} onChange={setStarts} options={options(times)} />
        <Choice label={t('ends')} value={ends} onChange={setEnds} options={options(until)} />
      </div>
      <TextField label={t('purpose')} value={purpose} onChange={setPurpose} maxLength={100} />
      <TextField label={t('people')} inputMode="numeric" value={people} onChange={setPeople} maxLength={6} />
      {book.error && <Notice tone="problem" title={errorSentence(book.error)} />}
      <Button look="primary" busy={book.isPending} {...(missing && { why: t('fillAll') })} onClick={send}>
        {t('book')}
      </Button>
    </section>
  )
}
