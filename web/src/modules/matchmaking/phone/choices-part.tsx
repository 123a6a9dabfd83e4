import type { OwnChoices } from '#contract/matchmaking-choices.ts'
import { useReadWhen } from '../../../kit/query.ts'
import type { EventPartProps } from '../../../kit/routes.ts'
import { Row } from '../../../ui/light/row.tsx'
import { t } from './choices-texts.ts'

/** The way from an event's page to one's sheet, once there is one to mark. */
export default function ChoicesPart({ event }: EventPartProps) {
  const isMeeting = event.phase === 'running' || event.phase === 'over'
  const { data } = useReadWhen(isMeeting, 'getOwnChoices', { eventId: event.id })
  if (!isMeeting || data === undefined || data.state === 'waiting') return null
  return (
    <ul className="rows row-alone">
      <Row {...lineOf(data)} icon="services" />
    </ul>
  )
}

function lineOf(own: OwnChoices): { to: string; title: string; hint?: string } {
  if (own.state === 'closed') return { to: '/matches', title: t('entryClosed') }
  const to = `/events/${own.eventId}/choices`
  if (own.handedIn) return { to, title: t('entryDone'), hint: t('handedInHint') }
  return { to, title: t('entryTitle'), hint: t('entryHint') }
}
