import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Writes a breach. */
export async function insertBreach(
  tx: Tx,
  breach: {
    id: string
    organisationId: string
    noticedAt: string
    kinds: string[]
    cause: string
    harm: string
    remedy: string
    recordedBy: string
  },
): Promise<void> {
  await tx
    .insertInto('breaches')
    .values({
      tenant_id: tx.tenantId,
      id: breach.id,
      organisation_id: breach.organisationId,
      noticed_at: new Date(breach.noticedAt),
      kinds: breach.kinds,
      cause: breach.cause,
      harm: breach.harm,
      remedy: breach.remedy,
      recorded_by: breach.recordedBy,
    })
    .execute()
}

/** Writes whom a breach touches: everybody in an export, otherwise the members of an organisation and below it. Returns how many. */
export async function insertBreachPersons(
  tx: Tx,
  breachId: string,
  { organisationId, exportId }: { organisationId: string; exportId?: string },
): Promise<number> {
  const persons =
    exportId === undefined
      ? sql`select m.person_id from member_index m join organisation_tree t on t.tenant_id = m.tenant_id and t.descendant_id = m.union_id
          and t.ancestor_id = ${organisationId} and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before)
          where m.tenant_id = ${tx.tenantId}`
      : sql`select person_id from member_export_rows where tenant_id = ${tx.tenantId} and export_id = ${exportId}`
  const { numAffectedRows } = await sql`
    insert into breach_persons (tenant_id, breach_id, person_id) select ${tx.tenantId}::uuid, ${breachId}::uuid, x.person_id from (${persons}) x
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Writes a step; each is taken once. */
export async function insertBreachStep(
  tx: Tx,
  step: { breachId: string; step: string; note: string; takenBy: string },
): Promise<void> {
  await tx
    .insertInto('breach_steps')
    .values({
      tenant_id: tx.tenantId,
      breach_id: step.breachId,
      step: step.step,
      note: step.note,
      taken_by: step.takenBy,
    })
    .execute()
}

/** A breach; undefined when it is not there. */
export async function findBreach(
  tx: Tx,
  id: string,
): Promise<{ id: string; organisationId: string } | undefined> {
  return tx
    .selectFrom('breaches')
    .select(['id', 'organisation_id as organisationId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}
