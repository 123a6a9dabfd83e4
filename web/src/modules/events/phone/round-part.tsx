import { PhoneLink } from '../../../kit/phone/router.tsx'
import type { EventPartProps } from '../../../kit/routes.ts'
import { useOwnRounds } from './own-round.ts'
import { RoundCard } from './round-card.tsx'
import { t } from './texts-round.ts'

/** On the page of a running event, for whoever has checked in: the seat of this round. */
export default function RoundPart({ event }: EventPartProps) {
  if (event.seating === 'none' || event.phase !== 'running') return null
  return <Running eventId={event.id} />
}

function Running({ eventId }: { eventId: string }) {
  const { data } = useOwnRounds(eventId)
  const round = data?.rounds.rounds.slice(-1)[0]
  if (data === undefined || round === undefined || data.rounds.left) return null
  return (
    <>
      <RoundCard seen={data} round={round} />
      <p>
        <PhoneLink to={`/events/${eventId}/seat`}>{t('open')}</PhoneLink>
      </p>
    </>
  )
}
