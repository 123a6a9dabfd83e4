import { useEffect, useState } from 'react'
import type { Hall } from '#contract/events-door.ts'
import { useRead } from '../../../kit/query.ts'

// The page is drawn from one answer before it begins to listen.
const firstMilliseconds = 1500
const againMilliseconds = 3000
// The server speaks every ten seconds even when nothing changed: this long a silence is a connection that died without a word.
const silentMilliseconds = 25_000

/** What the hall's screen shows, live: `lost` while the connection is away; the last figures stay. `readAt` is this machine's clock. */
export interface LiveHall {
  hall: Hall | null
  readAt: number
  state: 'live' | 'lost'
  error: Error | null
  retry: () => void
}

/** Listens to an event's hall: once as it stands, then every change. A connection that breaks is made anew until the page is left. */
export function useHall(eventId: string): LiveHall {
  const first = useRead('getHall', { eventId })
  const [live, setLive] = useState<{ hall: Hall; readAt: number } | null>(null)
  const [state, setState] = useState<LiveHall['state']>('live')
  useEffect(() => {
    let source: EventSource | null = null
    let next: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      source?.close()
      source = new EventSource(`/api/v1/events/${encodeURIComponent(eventId)}/hall/events`)
      source.addEventListener('hall', (event: MessageEvent<string>) => {
        setLive({ hall: JSON.parse(event.data) as Hall, readAt: Date.now() })
        setState('live')
        within(silentMilliseconds)
      })
      // A browser tries again by itself only while it thinks the stream is open: a server that is restarting ends it for good.
      source.onerror = lose
      within(silentMilliseconds)
    }
    const lose = () => {
      setState('lost')
      source?.close()
      clearTimeout(next)
      next = setTimeout(listen, againMilliseconds)
    }
    const within = (milliseconds: number) => {
      clearTimeout(next)
      next = setTimeout(lose, milliseconds)
    }
    next = setTimeout(listen, firstMilliseconds)
    addEventListener('offline', lose)
    addEventListener('online', listen)
    return () => {
      removeEventListener('offline', lose)
      removeEventListener('online', listen)
      clearTimeout(next)
      source?.close()
    }
  }, [eventId])
  const { data, dataUpdatedAt, error, refetch } = first
  const known = live ?? (data ? { hall: data, readAt: dataUpdatedAt } : null)
  return {
    hall: known?.hall ?? null,
    readAt: known?.readAt ?? 0,
    state,
    error: known === null ? error : null,
    retry: () => void refetch(),
  }
}
