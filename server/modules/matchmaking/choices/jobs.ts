import { sql } from 'kysely'
import { ruleFor } from '#server/modules/rules/index.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { closeSheets } from './commands/close-choices.ts'
import { destroySheets, findSocialEvent } from './store.ts'
import { tellResultsJob, tellResultsKind } from './tell-results.ts'

/** Choices close by the clock where nobody closed them by hand; keys and sheets go when following up is over. */
export const choiceSchedules: readonly Schedule[] = [
  { kind: 'matchmaking.close_choices', every: { seconds: 60 }, for: 'each tenant' },
  { kind: 'matchmaking.destroy_sheets', every: { dayAt: '02:40' }, for: 'each tenant' },
]

/** The background work of choices, by the kind of job. */
export function choiceJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'matchmaking.close_choices': async ({ tenantId }) => {
      const due = await inTenant(platform, tenantId!, dueEvents)
      // One transaction for each event: one that fails holds no other back.
      for (const eventId of due) await inTenant(platform, tenantId!, (tx) => closeByClock(tx, eventId))
      return { closed: due.length }
    },
    [tellResultsKind]: tellResultsJob(platform),
    'matchmaking.destroy_sheets': ({ tenantId }) => inTenant(platform, tenantId!, destroyOldSheets),
  }
}

/** Closes the choices of an event whose time has come. */
async function closeByClock(tx: Tx, eventId: string): Promise<void> {
  await closeSheets(tx, null, await findSocialEvent(tx, eventId))
}

/** Destroys keys and sheets of events whose choices closed longer ago than following up takes. */
export async function destroyOldSheets(tx: Tx): Promise<{ events: number }> {
  const { rows } = await sql<{ today: string }>`select app_today()::text as today`.execute(tx)
  const days = await ruleFor<number>(tx, 'matchmaking.choice_key_days', rows[0]!.today)
  const old = await sql<{ eventId: string }>`
    select k.event_id as "eventId" from choice_keys k join choice_closings c on c.tenant_id = k.tenant_id and c.event_id = k.event_id
    where k.tenant_id = ${tx.tenantId} and c.closed_at + ${days.value} * interval '1 day' < app_now()`.execute(
    tx,
  )
  for (const { eventId } of old.rows) await destroySheets(tx, eventId)
  return { events: old.rows.length }
}

async function dueEvents(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ eventId: string }>`
    select s.event_id as "eventId" from social_events s join events e on e.tenant_id = s.tenant_id and e.id = s.event_id
    where s.tenant_id = ${tx.tenantId} and s.choices_close_at <= app_now() and e.state in ('published', 'closed')
      and not exists (select from choice_closings c where c.tenant_id = s.tenant_id and c.event_id = s.event_id)`.execute(
    tx,
  )
  return rows.map((row) => row.eventId)
}
