import type { SharedVenue } from '#contract/venues.ts'

/** The half hours a venue is open, with its first and last minute. */
export function halfHours({ opensAt, closesAt }: Pick<SharedVenue, 'opensAt' | 'closesAt'>): string[] {
  const all = Array.from(
    { length: 48 },
    (_, at) => `${String(at >> 1).padStart(2, '0')}:${at % 2 ? '30' : '00'}`,
  )
  return [...new Set([opensAt, ...all.filter((clock) => opensAt <= clock && clock <= closesAt), closesAt])]
}
