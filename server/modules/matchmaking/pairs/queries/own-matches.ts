import { sql } from 'kysely'
import type { OwnMatch } from '#contract/matchmaking-pairs.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { nicknames } from '../../choices/queries/nicknames.ts'

/** Whom one has found, the latest first: only where both said yes, and the other may be seen. */
export async function listOwnMatches(tx: Tx, actor: Actor): Promise<{ items: OwnMatch[] }> {
  const self = found(await personRecords(tx, actor.personId)).personId
  const { rows } = await sql<{ interestId: string; otherId: string; eventTitle: string | null; since: Date }>`
    select i.id as "interestId", case when i.person_a = ${self} then i.person_b else i.person_a end as "otherId",
      e.title as "eventTitle", i.revealed_at as since
    from mutual_interests i left join events e on e.tenant_id = i.tenant_id and e.id = i.event_id
    where i.tenant_id = ${tx.tenantId} and (i.person_a = ${self} or i.person_b = ${self})
    order by i.revealed_at desc, i.id`.execute(tx)
  const shown = await nicknames(
    tx,
    self,
    rows.map((row) => row.otherId),
  )
  return {
    items: rows
      .filter((row) => shown.has(row.otherId))
      .map(({ otherId, since, ...row }) => ({
        ...row,
        since: since.toISOString(),
        nickname: shown.get(otherId)!,
      })),
  }
}
