import { sql, type RawBuilder } from 'kysely'
import type { EventPhase, EventRow } from '#contract/events.ts'
import { phaseOf, type EventTimes } from '../../rules.ts'

/** An event's row as the database gives it: instants are dates, the phase is not known yet. */
export type EventColumns = Omit<EventRow, 'phase' | keyof EventTimes | 'placesTaken' | 'cameTotal'> &
  EventTimes

/** The columns every list of events (alias `e`) shows. */
export const eventColumns: RawBuilder<EventColumns> = sql`e.id, e.kind, e.title, e.organisation_id as "organisationId",
  (select o.name from organisation_profiles o where o.tenant_id = e.tenant_id and o.organisation_id = e.organisation_id and o.superseded_at is null
    order by o.starts_on desc limit 1) as "organisationName",
  e.host_kind as "hostKind", e.state, e.starts_at as "startsAt", e.ends_at as "endsAt", e.registration_opens_at as "registrationOpensAt",
  e.registration_closes_at as "registrationClosesAt", e.venue, e.capacity, e.admission, e.series_id as "seriesId",
  (select s.name from event_series s where s.tenant_id = e.tenant_id and s.id = e.series_id) as "seriesName", e.edition_no as "editionNo"`

/** The row as the contract has it, at a moment. */
export function shown<Columns extends EventColumns>(columns: Columns, now: Date) {
  return {
    ...columns,
    phase: phaseOf(columns, now) as EventPhase,
    startsAt: columns.startsAt.toISOString(),
    endsAt: columns.endsAt.toISOString(),
    registrationOpensAt: columns.registrationOpensAt.toISOString(),
    registrationClosesAt: columns.registrationClosesAt.toISOString(),
  }
}

/** The phase in a statement: the same arithmetic as `phaseOf`. */
export const phaseColumn = sql<EventPhase>`case when e.state <> 'published' then e.state
  when app_now() < e.registration_opens_at then 'announced' when app_now() >= e.ends_at then 'over'
  when app_now() >= e.starts_at then 'running' when app_now() < e.registration_closes_at then 'registration' else 'admission' end`
