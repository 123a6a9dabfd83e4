import { Type, type Static } from 'typebox'
import { DateOnly, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/** A day that is not like others: a public holiday, a day off moved or worked for, or Qixi, which is no holiday. */
export const CalendarDay = Type.Object({
  day: DateOnly,
  kind: oneOf(['holiday', 'make_up_workday', 'qixi']),
  name: Nullable(Type.String({ description: 'of a holiday, in Chinese' })),
})
export type CalendarDay = Static<typeof CalendarDay>

/** Days that matter when something is planned. */
export const operations = {
  listCalendarDays: operation({
    method: 'GET',
    path: '/calendar-days',
    summary: 'Holidays, make-up workdays and Qixi between two days, at most two years',
    query: Type.Object({ from: DateOnly, to: DateOnly }),
    output: Type.Object({ items: Type.Array(CalendarDay) }),
  }),
}
