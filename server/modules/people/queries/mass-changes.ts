import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MassChangeRecord } from '#contract/people-records.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { profileToday } from './member-columns.ts'

type Input = InputOf<(typeof operations)['listMassChanges']>

/** Changes of many made from organisations within scope, whoever sits there now, the latest first. */
export async function listMassChanges(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: MassChangeRecord[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const state = input.state ?? null
  const from = sql`
    from mass_changes c
    join appointments a on a.tenant_id = c.tenant_id and a.appointment_id = c.recorded_by and a.superseded_at is null
    left join mass_change_undoings u on u.tenant_id = c.tenant_id and u.change_id = c.id
    where c.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'people.write' }, sql.ref('a.organisation_id'))}
      and (${state}::text is null or (u.change_id is null) = (${state}::text = 'can_be_undone'))`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(tx)
  const { rows } = await sql<Row>`
    select page.*, o.name as "organisationName", target.name as "unionName" from (
      select c.id, c.kind, c.union_id, c.takes_effect_on as "on", c.persons, c.recorded_at as "recordedAt", a.post, a.organisation_id,
        u.recorded_at as "undoneAt", u.persons_restored as restored, u.persons_left as "left"
      ${from} and (${after} = '' or c.id < nullif(${after}, '')::uuid) order by c.id desc limit ${limit + 1}) page
    left join organisation_profiles o on ${profileToday(tx, 'o', sql.ref('page.organisation_id'))}
    left join organisation_profiles target on ${profileToday(tx, 'target', sql.ref('page.union_id'))}
    order by page.id desc`.execute(tx)
  const items = rows.slice(0, limit)
  return {
    items: items.map(recordOf),
    nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null,
    total: counted[0]!.total,
  }
}

type Row = Omit<MassChangeRecord, 'recordedAt' | 'undone' | 'can'> & {
  recordedAt: Date
  undoneAt: Date | null
  restored: number | null
  left: number | null
}

function recordOf({ recordedAt, undoneAt, restored, left, ...shown }: Row): MassChangeRecord {
  const undone =
    undoneAt === null ? null : { undoneAt: undoneAt.toISOString(), restored: restored!, left: left! }
  return { ...shown, recordedAt: recordedAt.toISOString(), undone, can: { undo: undone === null } }
}
