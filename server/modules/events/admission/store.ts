import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { Dimension, Facts } from './rules.ts'

/** The states of a registration. */
export type RegistrationState =
  'entered' | 'waiting' | 'offered' | 'admitted' | 'cancelled' | 'declined' | 'expired' | 'lapsed'

/** A registration as it stands. */
export interface Registration {
  id: string
  personId: string
  facts: Facts
  state: RegistrationState
  waitingNo: number | null
  badgeNo: number | null
  offeredUntil: Date | null
  token: string
}

/** The numbers of the row that is locked before places change. */
export interface PlacesRow {
  taken: number
  nextWaitingNo: number
  nextBadgeNo: number
  ratioMale: number | null
  ratioFemale: number | null
  tolerance: number | null
  releaseAt: Date | null
  dueAt: Date | null
}

/** Makes the row of an event's places where there is none. */
export async function insertPlaces(tx: Tx, eventId: string): Promise<void> {
  await sql`insert into event_places (tenant_id, event_id, due_at)
    select tenant_id, id, starts_at from events where tenant_id = ${tx.tenantId} and id = ${eventId} on conflict do nothing`.execute(
    tx,
  )
}

/** The row of an event's places, locked until the transaction ends: whoever changes places waits here. Undefined where there is none yet. */
export async function lockPlacesRow(tx: Tx, eventId: string): Promise<PlacesRow | undefined> {
  const { rows } = await sql<PlacesRow>`${placesRow(tx, eventId)} for no key update`.execute(tx)
  return rows[0]
}

/** The same row, only read. */
export async function findPlacesRow(tx: Tx, eventId: string): Promise<PlacesRow | undefined> {
  const { rows } = await placesRow(tx, eventId).execute(tx)
  return rows[0]
}

function placesRow(tx: Tx, eventId: string): RawBuilder<PlacesRow> {
  return sql<PlacesRow>`
    select taken, next_waiting_no as "nextWaitingNo", next_badge_no as "nextBadgeNo", ratio_male as "ratioMale", ratio_female as "ratioFemale",
      tolerance, release_at as "releaseAt", due_at as "dueAt"
    from event_places where tenant_id = ${tx.tenantId} and event_id = ${eventId}`
}

/** How many places a group has taken. */
interface Count {
  dimension: Dimension
  value: string
  taken: number
}

/** What a change of places needs to know of its event. */
export interface EventAtPlaces {
  id: string
  kind: string
  title: string
  organisationId: string
  state: string
  admission: 'first_come' | 'lottery'
  capacity: number
  offerMinutes: number | null
  startsAt: Date
  endsAt: Date
  registrationOpensAt: Date
  registrationClosesAt: Date
  cancelUntil: Date
  drawn: boolean
  now: Date
  quotas: { kind: 'cap' | 'reserve'; dimension: Dimension; value: string; places: number }[]
  counts: Count[]
}

/** Of what kind an event is and who holds it, which never changes once it is published; answers "not there" for an unknown id. */
export async function kindAndHost(
  tx: Tx,
  eventId: string,
): Promise<Pick<EventAtPlaces, 'id' | 'kind' | 'organisationId'>> {
  const { rows } = await sql<Pick<EventAtPlaces, 'id' | 'kind' | 'organisationId'>>`
    select id, kind, organisation_id as "organisationId" from events where tenant_id = ${tx.tenantId} and id = ${eventId}`.execute(
    tx,
  )
  return found(rows[0])
}

/** The event with its limits and counts, as of now: asked after the lock, because a statement sees what was there when it began. */
export async function eventAtPlaces(tx: Tx, eventId: string): Promise<EventAtPlaces> {
  const { rows } = await sql<EventAtPlaces>`
    select e.id, e.kind, e.title, e.organisation_id as "organisationId", e.state, e.admission, e.capacity, e.offer_minutes as "offerMinutes",
      e.starts_at as "startsAt", e.ends_at as "endsAt", e.registration_opens_at as "registrationOpensAt",
      e.registration_closes_at as "registrationClosesAt", e.cancel_until as "cancelUntil",
      exists (select from event_draws d where d.tenant_id = e.tenant_id and d.event_id = e.id) as drawn,
      app_now() as now,
      coalesce((select json_agg(json_build_object('kind', q.kind, 'dimension', q.dimension, 'value', q.value, 'places', q.places)
          order by q.kind, q.dimension, q.value)
        from event_quotas q where q.tenant_id = e.tenant_id and q.event_id = e.id), '[]') as quotas,
      coalesce((select json_agg(json_build_object('dimension', c.dimension, 'value', c.value, 'taken', c.taken))
        from event_place_counts c where c.tenant_id = e.tenant_id and c.event_id = e.id), '[]') as counts
    from events e where e.tenant_id = ${tx.tenantId} and e.id = ${eventId}`.execute(tx)
  return found(rows[0])
}

const registrationColumns = sql`id, person_id as "personId", state, waiting_no as "waitingNo", badge_no as "badgeNo",
  offered_until as "offeredUntil", token, sex, union_id as "unionId", age_band as "ageBand", first_timer as "firstTimer", turn`

/** Registrations of persons at an event. Records read as one person count as that person: nobody registers twice. */
export async function registrationsOf(
  tx: Tx,
  eventId: string,
  personIds: readonly string[],
): Promise<Registration[]> {
  const { rows } = await sql<FlatRegistration & { rootId: string | null }>`
    select ${registrationColumns}, (select a.person_id from person_aliases a where a.tenant_id = r.tenant_id and a.alias_id = r.person_id
        and a.undone_at is null) as "rootId"
    from registrations r where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and r.person_id = any(array(
      select id from unnest(${personIds}::uuid[]) as asked (id) union all
      select a.alias_id from person_aliases a where a.tenant_id = ${tx.tenantId} and a.person_id = any(${personIds}::uuid[]) and a.undone_at is null))`.execute(
    tx,
  )
  return rows.map(({ rootId, ...row }) => withFacts({ ...row, personId: rootId ?? row.personId }))
}

/** Registrations of an event in one state, in the order of their numbers; those without one in the order they came. */
export async function registrationsIn(
  tx: Tx,
  eventId: string,
  state: RegistrationState,
): Promise<Registration[]> {
  const { rows } = await sql<FlatRegistration>`
    select ${registrationColumns} from registrations
    where tenant_id = ${tx.tenantId} and event_id = ${eventId} and state = ${state} order by waiting_no, registered_at, id`.execute(
    tx,
  )
  return rows.map(withFacts)
}

type FlatRegistration = Omit<Registration, 'facts'> & Facts

function withFacts(row: FlatRegistration): Registration {
  const { sex, unionId, ageBand, firstTimer, turn, ...rest } = row
  return { ...rest, facts: { sex, unionId, ageBand, firstTimer, turn } }
}

/** Writes registrations as they stand now: new ones, and those of people who had left and come back, who keep their row. */
export function savingNewcomers(
  tx: Tx,
  eventId: string,
  newcomers: readonly Registration[],
): RawBuilder<unknown>[] {
  if (newcomers.length === 0) return []
  const rows = newcomers.map(({ facts, ...registration }) => ({ ...registration, ...facts }))
  return [
    sql`
    insert into registrations as r (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, turn, state, waiting_no, badge_no,
      offered_until, token)
    select ${tx.tenantId}::uuid, g.id, ${eventId}::uuid, g."personId", g."unionId", g.sex, g."ageBand", g."firstTimer", g.turn, g.state, g."waitingNo",
      g."badgeNo", g."offeredUntil", g.token
    from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, "personId" uuid, "unionId" uuid, sex text, "ageBand" text, "firstTimer" boolean,
      turn smallint, state text, "waitingNo" integer, "badgeNo" integer, "offeredUntil" timestamptz, token uuid)
    on conflict (tenant_id, id) do update set union_id = excluded.union_id, sex = excluded.sex, age_band = excluded.age_band,
      first_timer = excluded.first_timer, turn = excluded.turn, state = excluded.state, waiting_no = excluded.waiting_no, badge_no = excluded.badge_no,
      offered_until = excluded.offered_until, registered_at = now(), changed_at = now()`,
  ]
}

/** Writes where registrations stand now. */
export function savingChanged(tx: Tx, changed: readonly Registration[]): RawBuilder<unknown>[] {
  if (changed.length === 0) return []
  return [
    sql`
    update registrations r set state = g.state, waiting_no = g."waitingNo", badge_no = g."badgeNo", offered_until = g."offeredUntil", changed_at = now()
    from json_to_recordset(${JSON.stringify(changed)}::json) as g (id uuid, state text, "waitingNo" integer, "badgeNo" integer, "offeredUntil" timestamptz)
    where r.tenant_id = ${tx.tenantId} and r.id = g.id`,
  ]
}

/** A step of a registration: what happened, why, and by whose hand (null: the person's own, or the clock's). */
export interface Step {
  registrationId: string
  step: RegistrationState | 'no_show' | 'excused'
  reason: string | null
  takenBy: string | null
}

/** Writes steps, in the order they were taken. */
export async function insertSteps(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const statement of insertingSteps(tx, steps)) await statement.execute(tx)
}

/** The statement that writes steps, where there are any. */
export function insertingSteps(tx: Tx, steps: readonly Step[]): RawBuilder<unknown>[] {
  if (steps.length === 0) return []
  const rows = steps.map((step) => ({ id: newId(), ...step }))
  return [
    sql`
    insert into registration_steps (tenant_id, id, registration_id, step, reason, taken_by)
    select ${tx.tenantId}::uuid, g.id, g."registrationId", g.step, g.reason, g."takenBy"
    from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, "registrationId" uuid, step text, reason text, "takenBy" uuid)`,
  ]
}

/** Writes the numbers of the locked row, and the counts of groups that changed. `due`: the next moment at which something happens by itself. */
export function savingPlaces(
  tx: Tx,
  eventId: string,
  { row, counts }: { row: PlacesRow; counts: readonly Count[] },
): RawBuilder<unknown>[] {
  return [savingNumbers(tx, eventId, row), ...savingCounts(tx, eventId, counts)]
}

function savingNumbers(tx: Tx, eventId: string, row: PlacesRow): RawBuilder<unknown> {
  return sql`
    update event_places set taken = ${row.taken}, next_waiting_no = ${row.nextWaitingNo}, next_badge_no = ${row.nextBadgeNo}, due_at = ${row.dueAt}
    where tenant_id = ${tx.tenantId} and event_id = ${eventId}`
}

function savingCounts(tx: Tx, eventId: string, counts: readonly Count[]): RawBuilder<unknown>[] {
  if (counts.length === 0) return []
  return [
    sql`
    insert into event_place_counts (tenant_id, event_id, dimension, value, taken)
    select ${tx.tenantId}::uuid, ${eventId}::uuid, g.dimension, g.value, g.taken
    from json_to_recordset(${JSON.stringify(counts)}::json) as g (dimension text, value text, taken integer)
    on conflict (tenant_id, event_id, dimension, value) do update set taken = excluded.taken`,
  ]
}

/** When the earliest open offer of an event lapses; null when none is open. */
export async function nextOfferEnd(tx: Tx, eventId: string): Promise<Date | null> {
  const { rows } = await sql<{ until: Date | null }>`
    select min(offered_until) as until from registrations
    where tenant_id = ${tx.tenantId} and event_id = ${eventId} and state = 'offered'`.execute(tx)
  return rows[0]!.until
}

/** One registration; answers "not there" for an unknown id. */
export async function registrationById(tx: Tx, id: string): Promise<Registration> {
  const { rows } = await sql<FlatRegistration>`
    select ${registrationColumns} from registrations where tenant_id = ${tx.tenantId} and id = ${id}`.execute(
    tx,
  )
  return withFacts(found(rows[0]))
}

/** The event a registration is for; answers "not there" for an unknown id. */
export async function eventOfRegistration(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('registrations')
    .select('event_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found(row).event_id
}

/** Whether somebody has come. */
export async function isCheckedIn(tx: Tx, registrationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('check_ins')
    .select('registration_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('registration_id', '=', registrationId)
    .executeTakeFirst()
  return row !== undefined
}
