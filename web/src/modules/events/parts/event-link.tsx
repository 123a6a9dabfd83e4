import { Link } from '@tanstack/react-router'

/** An event by its title; it leads to its page. */
export function EventLink({ event }: { event: { id: string; title: string } }) {
  return (
    <Link to={`/events/${event.id}`} search={{} as never}>
      {event.title}
    </Link>
  )
}
