import { EventList } from './event-list.tsx'

/** Events I was registered for that are over. */
export default function PastEventsPage() {
  return <EventList which="past" />
}
