import { sql, type RawBuilder } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import { inScope, mustHave } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/**
 * The condition of everything that shows assessments (`a`): a post of it lies within scope, and it is not the asker’s own: that is read on one’s
 * own page, and only once it is approved.
 */
export function concerns(
  tx: Tx,
  actor: Actor,
  permission: Permission = 'assessments.score',
): RawBuilder<unknown> {
  return sql`exists (select from assessment_posts x where x.tenant_id = a.tenant_id and x.assessment_id = a.id
      and ${inScope(tx, { actor, permission }, sql.ref('x.organisation_id'))})
    and a.person_id <> coalesce((select r.person_id from person_aliases r where r.tenant_id = a.tenant_id and r.alias_id = ${actor.personId}
      and r.undone_at is null), ${actor.personId}::uuid)`
}

/** An assessment as commands need it. */
export interface CaseRow {
  id: string
  periodId: string
  personId: string
  state: string
}

/** The assessment, where the permission reaches one of its posts and it is not one’s own; otherwise "not there". */
export async function reachCase(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  assessmentId: string,
): Promise<CaseRow> {
  mustHave(reach.actor, reach.permission)
  const { rows } = await sql<CaseRow>`
    select a.id, a.period_id as "periodId", a.person_id as "personId", a.state from assessments a
    where a.tenant_id = ${tx.tenantId} and a.id = ${assessmentId} and ${concerns(tx, reach.actor, reach.permission)}`.execute(
    tx,
  )
  return found(rows[0])
}

/** Of these organisations those within scope of the permission. */
export async function reachedOf(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  organisationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisations o where o.tenant_id = ${tx.tenantId} and o.id = any(${organisationIds}::uuid[])
      and ${inScope(tx, reach, sql.ref('o.id'))}`.execute(tx)
  return new Set(rows.map((row) => row.id))
}
