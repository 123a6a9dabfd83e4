import { sql } from 'kysely'
import { createTasks, type NewTask } from '#server/modules/inbox/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { DemoMatchmaking } from '../../shapes-events.ts'
import type { MatchmakingIds } from './ids.ts'

/** The tasks of what waits: attestations that were asked for, and the event that its level above reviews. */
export async function loadMatchmakingTasks(
  tx: Tx,
  records: DemoMatchmaking,
  { ids, top }: { ids: MatchmakingIds; top: string },
): Promise<void> {
  const { rows } = await sql<{ id: string; unionId: string; dueOn: string }>`
    select t.id, t.union_id as "unionId", (app_today() + 6)::text as "dueOn" from eligibility_attestations t
    where t.tenant_id = ${tx.tenantId} and not exists (select from attestation_answers a where a.tenant_id = t.tenant_id and a.attestation_id = t.id)`.execute(
    tx,
  )
  const attestations = rows.map(({ id, unionId, dueOn }): NewTask => {
    return {
      kind: 'matchmaking.to_attest',
      organisationId: unionId,
      permission: 'matchmaking.attest',
      subjectId: id,
      params: {},
      dueOn,
    }
  })
  const reviews = records.events
    .filter(({ state }) => state === 'review')
    .map(({ number }): NewTask => {
      return {
        kind: 'events.to_review',
        organisationId: top,
        permission: 'events.publish',
        subjectId: ids.event(number),
        params: {},
        dueOn: null,
      }
    })
  await createTasks(tx, null, [...attestations, ...reviews])
}
