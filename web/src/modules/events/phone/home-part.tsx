import './events.css'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useRead } from '../../../kit/query.ts'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { EventCard } from './event-list.tsx'
import { t } from './texts.ts'

const shown = 3

/** On the first page of the phone: the events one is registered for, then those one can join. */
export default function EventsHomePart() {
  const own = useRead('listOpenEvents', { which: 'own', limit: shown })
  const open = useRead('listOpenEvents', { which: 'open', limit: shown })
  if (own.isPending || open.isPending) return <Skeleton lines={4} label={t('loading')} />
  const registered = own.data?.items ?? []
  const joinable = (open.data?.items ?? []).filter(({ id }) => registered.every((each) => each.id !== id))
  if (registered.length === 0 && joinable.length === 0)
    return <Empty icon="events" title={t('noneOpen')} hint={t('noneOpenHint')} />
  return (
    <>
      {registered.length > 0 && <Events title={t('own')} events={registered} />}
      {joinable.length > 0 && <Events title={t('open')} events={joinable} />}
      <PhoneLink to="/events" className="button button-plain">
        {t('allEvents')}
      </PhoneLink>
    </>
  )
}

function Events({ title, events }: { title: string; events: Parameters<typeof EventCard>[0]['event'][] }) {
  return (
    <section className="event-home">
      <h3>{title}</h3>
      {events.map((event) => (
        <EventCard key={event.id} event={event} />
      ))}
    </section>
  )
}
