import { EventList } from './event-list.tsx'

/** Events I am registered for. */
export default function OwnEventsPage() {
  return <EventList which="own" />
}
