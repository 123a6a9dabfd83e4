import type { CalendarDay, operations } from '#contract/calendar.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { qixiOf } from '../rules.ts'

const mostDays = 731

/** Holidays, make-up workdays and Qixi from one day to another, both included; a day may stand twice. */
export async function listCalendarDays(
  tx: Tx,
  _actor: Actor,
  { from, to }: InputOf<(typeof operations)['listCalendarDays']>,
): Promise<{ items: CalendarDay[] }> {
  if (to < from || addDays(from, mostDays) < to) invalid([{ path: 'to', code: 'calendar.period' }])
  const known = await tx
    .selectFrom('calendar_days')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  const items = [
    ...known.map((row) => ({ ...row, kind: row.kind as CalendarDay['kind'] })),
    ...qixiBetween(from, to),
  ]
  return { items: items.sort((a, b) => a.day.localeCompare(b.day)) }
}

function qixiBetween(from: string, to: string): CalendarDay[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => qixiOf(first + at))
    .filter((day) => from <= day && day <= to)
    .map((day) => ({ day, kind: 'qixi', name: null }))
}
