import { sql } from 'kysely'
import type { MessageDelivery } from '#contract/messages.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What became of the messages of the last thirty days, as counts for each channel: no recipients, no texts. */
export async function getMessageDelivery(tx: Tx, _actor: Actor): Promise<MessageDelivery> {
  const { rows } = await sql<MessageDelivery['channels'][number]>`
    select c.channel,
      count(*) filter (where m.id is not null and e.outcome is null and j.state is distinct from 'failed')::int as waiting,
      count(*) filter (where m.id is not null and e.outcome is null and j.state = 'failed')::int as failed,
      count(*) filter (where e.outcome = 'delivered')::int as delivered,
      count(*) filter (where e.outcome = 'kept_in_outbox')::int as "keptInOutbox",
      count(*) filter (where e.outcome = 'undeliverable')::int as undeliverable
    from (values ('sms'), ('mail')) as c (channel)
    left join messages m on m.tenant_id = ${tx.tenantId} and m.channel = c.channel and m.created_at > now() - interval '30 days'
    left join message_endings e on e.tenant_id = m.tenant_id and e.message_id = m.id
    left join jobs j on j.id = m.job_id
    group by c.channel order by c.channel desc`.execute(tx)
  return { channels: rows }
}
