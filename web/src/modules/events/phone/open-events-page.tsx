import { EventList } from './event-list.tsx'

/** Events one can still join. */
export default function OpenEventsPage() {
  return <EventList which="open" />
}
