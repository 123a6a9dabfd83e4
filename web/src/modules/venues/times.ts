import type { SharedVenue } from '#contract/venues.ts'

type Free = SharedVenue['free'][number]

const halves = Array.from(
  { length: 48 },
  (_, at) => `${String(at >> 1).padStart(2, '0')}:${at % 2 ? '30' : '00'}`,
)

/** When a meeting may begin: the half hours of the free stretches, and their first minute. */
export function beginnings({ free }: Pick<SharedVenue, 'free'>): string[] {
  return free.flatMap(({ from, until }) => [
    ...new Set([from, ...halves.filter((clock) => from <= clock && clock < until)]),
  ])
}

/** When a meeting that begins then may end: in the same stretch, and no later than the longest meeting. */
export function endings(
  { free, longestMinutes }: Pick<SharedVenue, 'free' | 'longestMinutes'>,
  starts: string,
): string[] {
  const stretch = free.find(({ from, until }) => from <= starts && starts < until)
  if (stretch === undefined) return []
  const fits = (clock: string) => starts < clock && minutes(clock) - minutes(starts) <= longestMinutes
  return [...new Set([...halves.filter((clock) => clock < stretch.until), stretch.until])].filter(fits)
}

/** The free stretches in words: `09:00–14:00、16:00–21:00`. */
export function spanWords({ from, until }: Free): string {
  return `${from}–${until}`
}

function minutes(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(':').map(Number)
  return hours * 60 + rest
}
