import { Alert, Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { SharedVenue } from '#contract/venues.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Dialog } from '../../people/parts/dialog.tsx'
import { t } from '../texts.ts'
import { beginnings, endings } from '../times.ts'
import { venuesChanged } from '../venues-changed.ts'
import { instantAt } from '../wall-clock.ts'

/** Books a time of one venue on the day that is shown. */
export function BookDialog({ venue, onClose }: { venue: SharedVenue; onClose: () => void }) {
  const [starts, setStarts] = useState<string | null>(null)
  const [ends, setEnds] = useState<string | null>(null)
  const [purpose, setPurpose] = useState('')
  const [people, setPeople] = useState<number | null>(null)
  const book = useAct('bookVenue', { invalidates: venuesChanged })
  const options = (clocks: readonly string[]) => clocks.map((clock) => ({ value: clock, label: clock }))
  const missing = starts === null || ends === null || purpose.trim() === '' || people === null
  function send() {
    book.mutate(
      {
        venueId: venue.id,
        startsAt: instantAt(venue.day, starts!),
        endsAt: instantAt(venue.day, ends!),
        purpose,
        expectedPeople: people!,
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={t('bookTitle', { name: venue.name })} onClose={onClose}>
      <div className="venue-form">
        {book.error && <Alert type="error" showIcon title={errorSentence(book.error)} />}
        <label htmlFor="book-starts">{t('starts')}</label>
        <Select
          id="book-starts"
          value={starts}
          onChange={(clock) => {
            setStarts(clock)
            setEnds(null)
          }}
          options={options(beginnings(venue))}
        />
        <label htmlFor="book-ends">{t('ends')}</label>
        <Select
          id="book-ends"
          value={ends}
          onChange={setEnds}
          options={options(starts === null ? [] : endings(venue, starts))}
        />
        <label>
          {t('purpose')}
          <Input maxLength={100} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
        </label>
        <label htmlFor="book-people">{t('people')}</label>
        <InputNumber
          id="book-people"
          min={1}
          max={100_000}
          precision={0}
          value={people}
          onChange={setPeople}
        />
        <Button type="primary" disabled={missing} loading={book.isPending} onClick={send}>
          {t('book')}
        </Button>
        {missing && <span className="quiet">{t('fillAll')}</span>}
      </div>
    </Dialog>
  )
}
