import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Moment } from '../measure.ts'

/** True for rows of a dated table that hold on the day and were known at the moment. `alias` is the table's alias in the statement. */
export function holdsAt(alias: string, moment: Moment): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<SqlBool>`${column('starts_on')} <= ${moment.asOf}::date
    and (${column('ends_before')} is null or ${moment.asOf}::date < ${column('ends_before')}) and ${knownAt(alias, moment)}`
}

/** True for rows of a recorded table that were known at the moment and not yet superseded then. */
export function knownAt(alias: string, moment: Moment): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  if (moment.knownAt === null) return sql<SqlBool>`${column('superseded_at')} is null`
  return sql<SqlBool>`${column('recorded_at')} <= ${moment.knownAt}::timestamptz
    and (${column('superseded_at')} is null or ${column('superseded_at')} > ${moment.knownAt}::timestamptz)`
}
