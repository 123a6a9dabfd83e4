import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Adds a declaration; null where the same stands already. */
export async function insertDeclaration(
  tx: Tx,
  declared: { personId: string; relativeId: string; relation: string; recordedBy: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into declared_relatives (tenant_id, id, person_id, relative_id, relation, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${declared.personId}, ${declared.relativeId}, ${declared.relation}, ${declared.recordedBy})
    on conflict (tenant_id, person_id, relative_id) where ended_at is null do nothing returning id`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

/** Ends a declaration about a person, whoever of the two made it. Says whether it held until now; undefined when there is none. */
export async function endDeclaration(
  tx: Tx,
  declared: { personId: string; declarationId: string },
): Promise<{ held: boolean } | undefined> {
  const { rows } = await sql<{ held: boolean }>`
    with declared as (
      select id, ended_at is null as held from declared_relatives
      where tenant_id = ${tx.tenantId} and id = ${declared.declarationId}
        and (person_id = ${declared.personId} or relative_id = ${declared.personId})),
    ended as (
      update declared_relatives set ended_at = app_now()
      where tenant_id = ${tx.tenantId} and id in (select id from declared where held) and ended_at is null returning id)
    select declared.held and ended.id is not null as held from declared left join ended on ended.id = declared.id`.execute(
    tx,
  )
  return rows[0]
}
