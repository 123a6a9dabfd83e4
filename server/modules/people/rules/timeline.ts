/** When something holds: from `startsOn` to the day before `endsBefore`; null means open. */
export interface Span {
  startsOn: string
  endsBefore: string | null
}

/** A current row of a person's dated facts. */
export type DatedRow<T> = Span & { id: string; value: T }

/** What a change makes of dated rows: which are superseded, and which take their place. Rows are never edited. */
export interface TimelineChange<T> {
  supersededIds: string[]
  inserted: (Span & { value: T; endReason: string | null })[]
}

/**
 * From `startsOn` on (to `endsBefore`), what `rows` say is replaced by `become(value)`; null says nothing holds then. What a row says
 * of the time before and after stays. The part before, cut short, ends for `endReason`. Rows outside the span are left alone.
 */
export function replaceWithin<T>(
  rows: readonly (DatedRow<T> & { endReason: string | null })[],
  change: Span & { endReason: string; become: (value: T) => T | null },
): TimelineChange<T> {
  const result: TimelineChange<T> = { supersededIds: [], inserted: [] }
  for (const row of rows) {
    if (!overlap(row, change)) continue
    result.supersededIds.push(row.id)
    const from = later(row.startsOn, change.startsOn)
    const until = earlierEnd(row.endsBefore, change.endsBefore)
    if (row.startsOn < from)
      result.inserted.push({
        startsOn: row.startsOn,
        endsBefore: from,
        value: row.value,
        endReason: change.endReason,
      })
    const value = change.become(row.value)
    // A change that does not reach the row's end hands back to what held before it.
    const reachesEnd = until === row.endsBefore
    if (value !== null)
      result.inserted.push({
        startsOn: from,
        endsBefore: until,
        value,
        endReason: reachesEnd ? row.endReason : change.endReason,
      })
    if (!reachesEnd)
      result.inserted.push({
        startsOn: until!,
        endsBefore: row.endsBefore,
        value: row.value,
        endReason: row.endReason,
      })
  }
  return result
}

/** Whether two spans share a day. */
export function overlap(a: Span, b: Span): boolean {
  return (
    (a.endsBefore === null || b.startsOn < a.endsBefore) &&
    (b.endsBefore === null || a.startsOn < b.endsBefore)
  )
}

/** Whether a span holds on a day. */
export function holdsOn(span: Span, day: string): boolean {
  return span.startsOn <= day && (span.endsBefore === null || day < span.endsBefore)
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function earlierEnd(a: string | null, b: string | null): string | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}
