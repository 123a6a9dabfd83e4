import { sql } from 'kysely'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { erasePerson, hindranceOf } from './erase-person.ts'

/** The daily job that does approved erasures whose day has come, each in its own transaction. Run again after a crash it goes on with the rest. */
export const eraseDueKind = 'people.erase_due'

/** Erases whoever is due; counts those whom a membership or a post since then holds back: they stay until it has ended. */
export function eraseDue(platform: Platform): JobHandler {
  return async (job) => {
    const due = await inTenant(platform, job.tenantId!, dueErasures)
    let erased = 0
    for (const { requestId, personId } of due) {
      erased += await inTenant(platform, job.tenantId!, async (tx) => {
        const { erased: done, member, appointed } = await hindranceOf(tx, [personId])
        if (done || member || appointed) return 0
        await erasePerson(tx, null, { personId, basis: 'request', requestId })
        return 1
      })
      await job.progress('erasing', erased, due.length)
    }
    return { erased, held: due.length - erased }
  }
}

async function dueErasures(tx: Tx): Promise<{ requestId: string; personId: string }[]> {
  const { rows } = await sql<{ requestId: string; personId: string }>`
    select d.request_id as "requestId", r.person_id as "personId" from erasure_dates d
    join erasure_requests r on r.tenant_id = d.tenant_id and r.id = d.request_id
    where d.tenant_id = ${tx.tenantId} and d.execute_on <= app_today()
      and not exists (select from erasure_cancellations c where c.tenant_id = d.tenant_id and c.request_id = d.request_id)
      and not exists (select from person_erasures e where e.tenant_id = d.tenant_id and e.person_id = r.person_id)
    order by d.execute_on, d.request_id`.execute(tx)
  return rows
}
