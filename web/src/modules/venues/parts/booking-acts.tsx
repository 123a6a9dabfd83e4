import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { VenueBooking } from '#contract/venues.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Dialog } from '../../people/parts/dialog.tsx'
import { t } from '../texts.ts'
import { venuesChanged } from '../venues-changed.ts'

/** What can be done with a time of one's own: given back before it begins, checked in from then on. */
export function BookingActs({ booking }: { booking: VenueBooking }) {
  const [counting, setCounting] = useState(false)
  const [people, setPeople] = useState<number | null>(booking.expectedPeople)
  const { message } = App.useApp()
  const cancel = useAct('cancelVenueBooking', { invalidates: venuesChanged })
  const checkIn = useAct('checkInVenueBooking', { invalidates: venuesChanged })
  const onError = (error: Error) => void message.error(errorSentence(error), 8)
  return (
    <>
      {booking.can.checkIn && (
        <Button size="small" onClick={() => setCounting(true)}>
          {t('checkIn')}
        </Button>
      )}
      {booking.can.cancel && (
        <Button
          size="small"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ bookingId: booking.id }, { onError })}
        >
          {t('cancel')}
        </Button>
      )}
      {counting && (
        <Dialog title={t('checkIn')} onClose={() => setCounting(false)}>
          <div className="venue-form">
            <label htmlFor="came">{t('howMany')}</label>
            <InputNumber id="came" min={1} max={100_000} precision={0} value={people} onChange={setPeople} />
            <Button
              type="primary"
              disabled={people === null}
              loading={checkIn.isPending}
              onClick={() =>
                checkIn.mutate(
                  { bookingId: booking.id, people: people! },
                  { onSuccess: () => setCounting(false), onError },
                )
              }
            >
              {t('checkIn')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
