import { sql } from 'kysely'
import { ownMobile, sendMessage } from '#server/modules/messages/index.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { enqueueJob, type JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'

export const tellJobKind = 'events.tell_registered'

/** Tells everybody registered, after the commit, by a job. */
export async function tellRegistered(
  tx: Tx,
  told: { eventId: string; what: 'postponed' | 'cancelled' },
): Promise<void> {
  await enqueueJob(tx, null, { kind: tellJobKind, payload: told })
}

const atOnce = 200

interface Told {
  told: number
  last: string | null
}

/**
 * The job: text messages to everybody whose registration stands, some in each transaction, in the order of registrations. What they are
 * registered for may itself be private, so a message names no event: it says that something changed and where to look.
 */
export function tellRegisteredJob(platform: Platform): JobHandler {
  return async ({ tenantId, payload, progress }) => {
    let told = 0
    for (let after: string | null = null; ;) {
      const some: Told = await inTenant(platform, tenantId!, (tx) => tellSome(tx, { ...payload, after }))
      if (some.last === null) return { told }
      after = some.last
      told += some.told
      await progress('told', told)
    }
  }
}

async function tellSome(
  tx: Tx,
  { eventId, what, after }: { eventId?: string; what?: string; after: string | null },
): Promise<Told> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select id, person_id as "personId" from registrations
    where tenant_id = ${tx.tenantId} and event_id = ${eventId} and state in ('entered', 'waiting', 'offered', 'admitted', 'lapsed')
      and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${atOnce}`.execute(tx)
  let told = 0
  for (const { personId } of rows) {
    const recipient = await ownMobile(tx, personId)
    if (recipient === null) continue
    told += 1
    await sendMessage(tx, {
      channel: 'sms',
      purpose: 'events.changed',
      personId,
      recipient,
      ...(what === 'cancelled' ? cancelled : postponed),
      values: {},
    })
  }
  return { told, last: rows.at(-1)?.id ?? null }
}

const postponed = {
  subject: '活动改期',
  text: '您报名的一场工会活动改期了，报名继续有效。请登录工会手机端“活动—已报名”查看新的时间。',
}
const cancelled = {
  subject: '活动取消',
  text: '您报名的一场工会活动取消了。详情请登录工会手机端“活动—已报名”查看。',
}
