import { sql } from 'kysely'
import type { operations } from '#contract/access.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

type Output = OutputOf<(typeof operations)['listTokens']>

/** Tokens of the appointment in use, the newest first; secrets are kept nowhere. */
export async function listTokens(tx: Tx, actor: Actor): Promise<Output> {
  if (actor.appointment === null) return { items: [] }
  const { rows } = await sql<Output['items'][number]>`
    select t.id, t.name, t.permissions, (t.created_at at time zone 'Asia/Shanghai')::date as "startsOn", t.ends_before as "endsBefore",
      d.last_used_on as "lastUsedOn",
      case when ended.token_id is not null then 'revoked' when t.ends_before <= ${actor.today}::date then 'ended' else 'working' end as state
    from api_tokens t
    left join token_directory d on d.tenant_id = t.tenant_id and d.token_id = t.id
    left join api_token_endings ended on ended.tenant_id = t.tenant_id and ended.token_id = t.id
    where t.tenant_id = ${tx.tenantId} and t.account_id = ${actor.accountId} and t.appointment_id = ${actor.appointment.id}
    order by t.id desc limit 200`.execute(tx)
  return { items: rows }
}
