/** A stretch of days: from `startsOn` to the day before `endsBefore`; null means that no end is recorded. */
export interface Span {
  startsOn: string
  endsBefore: string | null
}

/** One current row of a dated table: when it holds, and what it says. */
export interface DatedRow<V> extends Span {
  id: string
  value: V
}

/** What has to be written so that a timeline says something else: rows to supersede, and what stands in their place. */
export interface Rewrite<V> {
  supersede: string[]
  insert: (Span & { value: V })[]
}

/**
 * The one rule by which dated facts change, in the past or in the future. Within `span` every row says what `change` makes of it: another
 * value, or null for "nothing holds"; the same value leaves the row alone. Outside the span everything stays as it was recorded: a row
 * that reaches over the edge is superseded and comes back without the part that changed.
 */
export function rewrite<V>(
  rows: readonly DatedRow<V>[],
  span: Span,
  change: (value: V) => V | null,
): Rewrite<V> {
  const result: Rewrite<V> = { supersede: [], insert: [] }
  for (const row of rows) {
    const held = overlapOf(row, span)
    if (held === null) continue
    const value = change(row.value)
    if (value === row.value) continue
    result.supersede.push(row.id)
    if (row.startsOn < held.startsOn)
      result.insert.push({ startsOn: row.startsOn, endsBefore: held.startsOn, value: row.value })
    if (value !== null) result.insert.push({ ...held, value })
    if (held.endsBefore !== null && isBefore(held.endsBefore, row.endsBefore))
      result.insert.push({ startsOn: held.endsBefore, endsBefore: row.endsBefore, value: row.value })
  }
  return result
}

/** How long a change that begins on `day` holds: until the next recorded row begins, or the present one ends. Null: nothing holds on that day. */
export function stretchFrom<V>(rows: readonly DatedRow<V>[], day: string): Span | null {
  const row = rowOn(rows, day)
  return row === undefined ? null : { startsOn: day, endsBefore: row.endsBefore }
}

/** The row that holds on a day. */
export function rowOn<R extends Span>(rows: readonly R[], day: string): R | undefined {
  return rows.find((row) => row.startsOn <= day && isBefore(day, row.endsBefore))
}

/**
 * A change of single fields from `day` on: each field holds until the next day on which it was recorded to be something else; fields that
 * the change does not name keep what each row says.
 */
export function patchFrom<V extends object>(
  rows: readonly DatedRow<V>[],
  day: string,
  patch: Partial<V>,
): Rewrite<V> {
  const sorted = [...rows].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const before = rowOn(sorted, day)?.value
  const result: Rewrite<V> = { supersede: [], insert: [] }
  if (before === undefined) return result
  const open = new Map(Object.entries(patch) as [keyof V, V[keyof V]][])
  for (const row of sorted) {
    if (!isBefore(day, row.endsBefore)) continue
    for (const field of [...open.keys()]) if (!sameField(row.value[field], before[field])) open.delete(field)
    const changed = [...open].filter(([field, value]) => !sameField(row.value[field], value))
    if (changed.length === 0) continue
    const next = { ...row.value, ...Object.fromEntries(changed) }
    const one = rewrite([row], { startsOn: day, endsBefore: null }, () => next)
    result.supersede.push(...one.supersede)
    result.insert.push(...one.insert)
  }
  return result
}

/** The parts of `span` that none of `rows` covers: what must be added so that all of it is covered once. */
export function gapsIn(span: Span, rows: readonly Span[]): Span[] {
  let gaps: Span[] = [span]
  for (const row of rows) gaps = gaps.flatMap((gap) => without(gap, row))
  return gaps
}

/** The days two stretches have in common, or null. */
export function overlapOf(a: Span, b: Span): Span | null {
  const startsOn = a.startsOn > b.startsOn ? a.startsOn : b.startsOn
  const endsBefore = isLater(a.endsBefore, b.endsBefore) ? b.endsBefore : a.endsBefore
  return isBefore(startsOn, endsBefore) ? { startsOn, endsBefore } : null
}

/** Whether one stretch lies wholly inside another. */
export function liesWithin(inner: Span, outer: Span): boolean {
  return outer.startsOn <= inner.startsOn && !isLater(inner.endsBefore, outer.endsBefore)
}

/** The day on which a term of so many years that began on `day` is over. 29 February ends on 1 March of a common year. */
export function yearsAfter(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}

/** Whether the text names a real day of the calendar: 2026-02-30 does not. */
export function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

function without(span: Span, hole: Span): Span[] {
  const held = overlapOf(span, hole)
  if (held === null) return [span]
  const parts: Span[] = []
  if (span.startsOn < held.startsOn) parts.push({ startsOn: span.startsOn, endsBefore: held.startsOn })
  if (held.endsBefore !== null && isBefore(held.endsBefore, span.endsBefore))
    parts.push({ startsOn: held.endsBefore, endsBefore: span.endsBefore })
  return parts
}

function isBefore(day: string, end: string | null): boolean {
  return end === null || day < end
}

function isLater(a: string | null, b: string | null): boolean {
  return b !== null && (a === null || a > b)
}

// Fields hold texts, numbers, truth values, null, or short lists of them.
function sameField(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
