import './pass.css'
import { formatTime } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useReadWhen } from '../../../kit/query.ts'
import type { EventPartProps } from '../../../kit/routes.ts'
import { Notice } from '../../../ui/light/notice.tsx'
import { Row } from '../../../ui/light/row.tsx'
import { t } from './door-texts.ts'

/** On the event's page: the way to one's pass, or when one was checked in; for those who run the event, the way to the scanning page. */
export default function PassPart({ event }: EventPartProps) {
  const runs = useMay('events.run')
  const admitted = event.registration?.state === 'admitted'
  // Read here already, so that the pass is in the phone before the network is gone.
  const pass = useReadWhen(admitted, 'getOwnEventPass', { eventId: event.id })
  return (
    <div className="pass-part">
      {pass.data?.checkedInAt && (
        <Notice
          tone="done"
          title={t('checkedIn', { time: formatTime(pass.data.checkedInAt), door: pass.data.door ?? '' })}
        />
      )}
      {admitted && (
        <PhoneLink to={`/events/${event.id}/pass`} className="button button-primary">
          {t('showPass')}
        </PhoneLink>
      )}
      {runs && (
        <ul className="rows">
          <Row to={`/events/${event.id}/scan`} icon="camera" title={t('scanHere')} hint={t('scanHint')} />
        </ul>
      )}
    </div>
  )
}
