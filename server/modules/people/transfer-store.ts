import { sql, type RawBuilder } from 'kysely'
import type { TransferSide, TransferState } from '#contract/people-transfers.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A transfer as commands need it. */
export interface TransferHead {
  id: string
  handshakeId: string
  personId: string
  fromUnionId: string
  toUnionId: string
  askedBy: TransferSide
}

/** A transfer that is asked for, before it has an id. */
export type NewTransfer = Omit<TransferHead, 'id'> & { reason: string | null; importId: string | null }

/** A step before it is written. */
export interface NewStep {
  transferId: string
  step: TransferState
  bySide: TransferSide | 'system'
  reason: string | null
  dueOn: string | null
}

/** Writes transfers without any step; returns their ids in the same order. */
export async function insertTransfers(
  tx: Tx,
  author: Author,
  transfers: readonly NewTransfer[],
): Promise<string[]> {
  const ids = transfers.map(() => newId())
  const texts = (of: (one: NewTransfer) => string | null) => sql`${transfers.map(of)}::text[]`
  await sql`
    insert into transfers (tenant_id, id, handshake_id, person_id, from_union_id, to_union_id, asked_by, reason, import_id, recorded_by)
    select ${tx.tenantId}::uuid, t.id, t.handshake::uuid, t.person::uuid, t.from_union::uuid, t.to_union::uuid, t.asked_by, t.reason,
      t.import::uuid, ${author?.appointment?.id ?? null}::uuid
    from unnest(${ids}::uuid[], ${texts((one) => one.handshakeId)}, ${texts((one) => one.personId)}, ${texts((one) => one.fromUnionId)},
      ${texts((one) => one.toUnionId)}, ${texts((one) => one.askedBy)}, ${texts((one) => one.reason)}, ${texts((one) => one.importId)})
      as t (id, handshake, person, from_union, to_union, asked_by, reason, import)`.execute(tx)
  return ids
}

/** Writes steps. A second end of a transfer is a conflict by its key. */
export async function insertSteps(tx: Tx, author: Author, steps: readonly NewStep[]): Promise<void> {
  const texts = (of: (one: NewStep) => string | null) => sql`${steps.map(of)}::text[]`
  await sql`
    insert into transfer_steps (tenant_id, transfer_id, person_id, step, by_side, reason, due_on, recorded_by)
    select t.tenant_id, t.id, t.person_id, s.step, s.by_side, s.reason, s.due_on::date, ${author?.appointment?.id ?? null}::uuid
    from unnest(${texts((one) => one.transferId)}, ${texts((one) => one.step)}, ${texts((one) => one.bySide)},
      ${texts((one) => one.reason)}, ${texts((one) => one.dueOn)}) as s (transfer, step, by_side, reason, due_on)
    join transfers t on t.tenant_id = ${tx.tenantId} and t.id = s.transfer::uuid`.execute(tx)
}

/** Some transfers, without their state. */
export async function findTransfers(tx: Tx, ids: readonly string[]): Promise<TransferHead[]> {
  const { rows } = await sql<TransferHead>`
    select id, handshake_id as "handshakeId", person_id as "personId", from_union_id as "fromUnionId", to_union_id as "toUnionId",
      asked_by as "askedBy"
    from transfers where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[]) order by id`.execute(tx)
  return rows
}

/** The states of some transfers. Read after the persons are locked, they stay as they are. */
export async function statesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, TransferState>> {
  const { rows } = await sql<{ id: string; state: TransferState }>`
    select t.id, last.step as state from transfers t cross join lateral (${lastStep()}) last
    where t.tenant_id = ${tx.tenantId} and t.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.state]))
}

/** A select of the last step of the transfer `t`: `step`, `due_on`, `recorded_at`. */
export function lastStep(): RawBuilder<unknown> {
  return sql`
    select s.step, s.due_on, s.recorded_at from transfer_steps s where s.tenant_id = t.tenant_id and s.transfer_id = t.id
    order by case s.step when 'requested' then 0 when 'released' then 1 else 2 end desc limit 1`
}

/** True for a transfer `t` that still waits for somebody. */
export function waits(): RawBuilder<boolean> {
  return sql`not exists (select from transfer_steps ending where ending.tenant_id = t.tenant_id and ending.transfer_id = t.id
    and ending.step in ('accepted', 'refused', 'withdrawn', 'expired', 'overtaken'))`
}

/** A select of `record_id` and `root_id`: the records of the persons given, whatever record of theirs is named. */
export function familyOf(tx: Tx, personIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    select member.id as record_id, root.id as root_id
    from (select distinct coalesce(alias.person_id, given.id) as id from unnest(${personIds}::uuid[]) as given (id)
      left join person_aliases alias on alias.tenant_id = ${tx.tenantId} and alias.alias_id = given.id and alias.undone_at is null) root
    cross join lateral (
      select root.id union all
      select a.alias_id from person_aliases a where a.tenant_id = ${tx.tenantId} and a.person_id = root.id and a.undone_at is null) member`
}

/** Which of these persons have a transfer that waits for somebody, by the record that stands for them. */
export async function personsInTransit(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with family as (${familyOf(tx, personIds)})
    select distinct family.root_id as id from family join transfers t on t.tenant_id = ${tx.tenantId} and t.person_id = family.record_id
    where ${waits()}`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** The union each of these persons is a member of today; who is none is missing. */
export async function unionsToday(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ person_id: string; union_id: string }>`
    select person_id, union_id from member_index where tenant_id = ${tx.tenantId} and person_id = any(${personIds}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.person_id, row.union_id]))
}

/** All records of each person, by the id given for them. */
export async function familyRecords(tx: Tx, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ record_id: string; root_id: string }>`${familyOf(tx, personIds)}`.execute(tx)
  const rootOf = new Map(rows.map((row) => [row.record_id, row.root_id]))
  const families = Map.groupBy(rows, (row) => row.root_id)
  return new Map(
    personIds.map((id) => [id, (families.get(rootOf.get(id)!) ?? []).map((row) => row.record_id)]),
  )
}
