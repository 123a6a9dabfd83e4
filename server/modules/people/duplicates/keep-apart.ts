import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { mustReachPerson } from '../person-scope.ts'
import type { Pair } from './judge-merges.ts'

/** Two records are two persons: they are not asked about again. Said twice, it stands once. */
export async function keepApart(tx: Tx, actor: Actor, input: Pair): Promise<Record<string, never>> {
  const reach = { actor, permission: 'people.write' } as const
  const one = await mustReachPerson(tx, reach, input.personId)
  await mustReachPerson(tx, reach, input.otherPersonId)
  if (input.personId === input.otherPersonId) refuse('people.merge_same')
  await sql`
    insert into person_distinctions (tenant_id, person_id, other_person_id, recorded_by)
    select ${tx.tenantId}::uuid, least(a, b), greatest(a, b), ${actor.appointment?.id ?? null}::uuid
    from (select ${input.personId}::uuid as a, ${input.otherPersonId}::uuid as b) pair on conflict do nothing`.execute(
    tx,
  )
  await audit(tx, actor, 'people.kept_apart', {
    kind: 'person',
    id: input.personId,
    organisationId: one.organisationId,
    params: { otherPersonId: input.otherPersonId },
  })
  return {}
}
