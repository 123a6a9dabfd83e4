import { App, Button, Input, Rate } from 'antd'
import { useState } from 'react'
import type { Venue } from '#contract/venues.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { formatDate } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { Dialog } from '../../people/parts/dialog.tsx'
import { t } from '../texts.ts'
import { venuesChanged } from '../venues-changed.ts'

/** The stars a venue was given, and those who judge it may give or take back. */
export function Stars({ venue }: { venue: Venue }) {
  const [open, setOpen] = useState<'give' | 'take' | null>(null)
  const held = venue.starHistory.some(({ withdrawnOn }) => withdrawnOn === null)
  return (
    <section className="panel">
      <h2>{t('starHistory')}</h2>
      {venue.starHistory.length === 0 && <p className="quiet">{t('noStars')}</p>}
      <ul className="venue-lines">
        {venue.starHistory.map((each) => (
          <li key={each.id}>
            {t('starLine', {
              grantedOn: formatDate(each.grantedOn),
              stars: each.stars,
              expiresOn: formatDate(each.expiresOn),
              document: each.document,
            })}
            {each.withdrawnOn && (
              <p className="quiet">
                {t('starTaken', { day: formatDate(each.withdrawnOn), reason: each.withdrawnBecause ?? '' })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {venue.can.inspect === null && (
        <div className="venue-acts">
          <Button onClick={() => setOpen('give')}>{t('giveStars')}</Button>
          {held && <Button onClick={() => setOpen('take')}>{t('takeStars')}</Button>}
        </div>
      )}
      {open === 'give' && <Give venueId={venue.id} onClose={() => setOpen(null)} />}
      {open === 'take' && <Take venueId={venue.id} onClose={() => setOpen(null)} />}
    </section>
  )
}

interface Open {
  venueId: string
  onClose: () => void
}

function Give({ venueId, onClose }: Open) {
  const [stars, setStars] = useState(3)
  const [document, setDocument] = useState('')
  const [expiresOn, setExpiresOn] = useState<string | null>(null)
  const { message } = App.useApp()
  const give = useAct('grantVenueStars', { invalidates: venuesChanged })
  const missing = document.trim() === '' || expiresOn === null
  return (
    <Dialog title={t('giveStars')} onClose={onClose}>
      <div className="venue-form">
        <Rate value={stars} onChange={setStars} allowClear={false} aria-label={t('stars')} />
        <label>
          {t('document')}
          <Input maxLength={120} value={document} onChange={(event) => setDocument(event.target.value)} />
        </label>
        <label htmlFor="stars-until">{t('expiresOn')}</label>
        <DateField id="stars-until" value={expiresOn} onChange={setExpiresOn} />
        <Button
          type="primary"
          disabled={missing}
          loading={give.isPending}
          onClick={() =>
            give.mutate(
              { venueId, stars, document, expiresOn: expiresOn! },
              { onSuccess: onClose, onError: (error) => void message.error(errorSentence(error), 8) },
            )
          }
        >
          {t('giveStars')}
        </Button>
        {missing && <span className="quiet">{t('starsMissing')}</span>}
      </div>
    </Dialog>
  )
}

function Take({ venueId, onClose }: Open) {
  const [reason, setReason] = useState('')
  const { message } = App.useApp()
  const take = useAct('withdrawVenueStars', { invalidates: venuesChanged })
  return (
    <Dialog title={t('takeStars')} onClose={onClose}>
      <div className="venue-form">
        <label>
          {t('whyTaken')}
          <Input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <Button
          type="primary"
          disabled={reason.trim() === ''}
          loading={take.isPending}
          onClick={() =>
            take.mutate(
              { venueId, reason },
              { onSuccess: onClose, onError: (error) => void message.error(errorSentence(error), 8) },
            )
          }
        >
          {t('takeStars')}
        </Button>
        {reason.trim() === '' && <span className="quiet">{t('whyMissing')}</span>}
      </div>
    </Dialog>
  )
}
