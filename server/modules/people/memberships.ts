import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { overtakeTransfers } from './overtake-transfers.ts'
import type { DatedRow, TimelineChange } from './rules/timeline.ts'

/** What a membership says: in which union, of which kind, joined when. */
export interface MembershipValue {
  unionId: string
  kind: 'member' | 'retained'
  joinedOn: string | null
  joinedPrecision: 'day' | 'month' | 'year' | null
}

/** A current row of somebody's memberships. */
export type MembershipRow = DatedRow<MembershipValue> & { personId: string; endReason: string | null }

/** What a change did to the memberships of one person: ids of the rows it closed and of those it wrote. */
export interface WrittenChange {
  personId: string
  supersededIds: string[]
  insertedIds: string[]
}

/** Locks persons in the order of their ids, so that two changes of the same people queue; gives the ids that exist. */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from persons where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[]) order by id for no key update`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

/** Current rows of the memberships of persons, the earliest first. */
export async function membershipsOf(tx: Tx, personIds: readonly string[]): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipColumns>`
    ${membershipColumns} where tenant_id = ${tx.tenantId} and person_id = any(${personIds}::uuid[]) and superseded_at is null
    order by person_id, starts_on`.execute(tx)
  return rows.map(rowOf)
}

/** Certain rows of memberships, superseded or not. */
export async function membershipsById(tx: Tx, ids: readonly string[]): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipColumns>`
    ${membershipColumns} where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[]) order by person_id, starts_on`.execute(
    tx,
  )
  return rows.map(rowOf)
}

/** Persons with a current membership in one of these unions on a day or later, in the order of their ids, from `afterPersonId` on. */
export async function personsInUnions(
  tx: Tx,
  where: { unionIds: readonly string[]; on: string; afterPersonId: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from memberships
    where tenant_id = ${tx.tenantId} and union_id = any(${where.unionIds}::uuid[]) and superseded_at is null
      and (ends_before is null or ends_before > ${where.on}::date) and person_id > ${where.afterPersonId}::uuid
    order by person_id limit ${where.limit}`.execute(tx)
  return rows.map((row) => row.id)
}

/** Supersedes and writes rows of memberships, all with one time that lies after every lock was taken. Transfers overtaken by it end. */
export async function writeMemberships(
  tx: Tx,
  author: Author,
  changes: readonly { personId: string; change: TimelineChange<MembershipValue> }[],
): Promise<WrittenChange[]> {
  const written = changes.map(({ personId, change }) => ({
    personId,
    supersededIds: change.supersededIds,
    insertedIds: change.inserted.map(() => newId()),
  }))
  const { rows } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(tx)
  const at = rows[0]!.at
  const gone = written.flatMap((each) => each.supersededIds)
  if (gone.length > 0)
    await sql`update memberships set superseded_at = ${at}::timestamptz
      where tenant_id = ${tx.tenantId} and id = any(${gone}::uuid[]) and superseded_at is null`.execute(tx)
  const inserted = changes.flatMap(({ personId, change }, index) =>
    change.inserted.map((row, place) => ({ ...row, personId, id: written[index]!.insertedIds[place]! })),
  )
  if (inserted.length > 0)
    await sql`
      insert into memberships (tenant_id, id, person_id, union_id, kind, joined_on, joined_precision, starts_on, ends_before, end_reason, recorded_at, recorded_by)
      select ${tx.tenantId}::uuid, x.*, ${at}::timestamptz, ${author?.appointment?.id ?? null}::uuid from unnest(
        ${inserted.map((row) => row.id)}::uuid[], ${inserted.map((row) => row.personId)}::uuid[], ${inserted.map((row) => row.value.unionId)}::uuid[],
        ${inserted.map((row) => row.value.kind)}::text[], ${inserted.map((row) => row.value.joinedOn)}::date[],
        ${inserted.map((row) => row.value.joinedPrecision)}::text[], ${inserted.map((row) => row.startsOn)}::date[],
        ${inserted.map((row) => row.endsBefore)}::date[], ${inserted.map((row) => row.endReason)}::text[]) x`.execute(
      tx,
    )
  if (gone.length > 0)
    await overtakeTransfers(
      tx,
      author,
      written.map((each) => each.personId),
    )
  return written
}

interface MembershipColumns extends MembershipValue {
  id: string
  personId: string
  startsOn: string
  endsBefore: string | null
  endReason: string | null
}

const membershipColumns = sql`
  select id, person_id as "personId", union_id as "unionId", kind, joined_on as "joinedOn", joined_precision as "joinedPrecision",
    starts_on as "startsOn", ends_before as "endsBefore", end_reason as "endReason" from memberships`

function rowOf({
  id,
  personId,
  startsOn,
  endsBefore,
  endReason,
  ...value
}: MembershipColumns): MembershipRow {
  return { id, personId, startsOn, endsBefore, endReason, value }
}
