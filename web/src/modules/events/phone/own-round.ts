import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { OwnRound } from '#contract/events-seating.ts'
import { call, type Output } from '../../../kit/call.ts'

export type OwnRounds = Output<'listOwnRounds'>

/** One's rounds as last seen, and when; a phone without a connection shows what it saw before, also after the page was opened anew. */
export interface SeenRounds {
  rounds: OwnRounds
  seenAt: number
}

const askEveryMilliseconds = 8000

/** Where one sits, asked again every few seconds while the page is open. */
export function useOwnRounds(eventId: string) {
  return useQuery({
    queryKey: ['listOwnRounds', { eventId }],
    queryFn: async ({ signal }): Promise<SeenRounds> => {
      const rounds = await call('listOwnRounds', { eventId }, { signal })
      const seen = { rounds, seenAt: Date.now() }
      remember(eventId, seen)
      return seen
    },
    initialData: () => recall(eventId),
    // What was remembered is shown at once and asked for anew at once.
    initialDataUpdatedAt: 0,
    refetchInterval: askEveryMilliseconds,
  })
}

/** Seconds until a round is over by the server's clock; below zero once it is. Counts on without a connection. */
export function useSecondsLeft(seen: SeenRounds, round: OwnRound): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const ahead = Date.parse(seen.rounds.now) - seen.seenAt
  return Math.ceil((Date.parse(round.endsAt) - now - ahead) / 1000)
}

// Numbers of badges and tables only; they go with the tab.
function remember(eventId: string, seen: SeenRounds): void {
  try {
    sessionStorage.setItem(keyOf(eventId), JSON.stringify(seen))
  } catch {
    // Without storage the seat is shown as long as the page is open.
  }
}

function recall(eventId: string): SeenRounds | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(eventId))
    return kept === null ? undefined : (JSON.parse(kept) as SeenRounds)
  } catch {
    return undefined
  }
}

function keyOf(eventId: string): string {
  return `gonghui.round.${eventId}`
}
