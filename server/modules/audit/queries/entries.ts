import { sql } from 'kysely'
import type { AuditEntry, operations } from '#contract/audit.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Input = InputOf<(typeof operations)['listAuditEntries']>

/** Entries newest first, with the names of actors and organisations as they are today. The permission reaches the whole tenant. */
export async function listAuditEntries(
  tx: Tx,
  _actor: Actor,
  input: Input,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, ['', ''])
  const { rows } = await sql<Row>`
    select e.id, e.chain, e.seq, e.recorded_at, e.recorded_at::text as exact, e.action, e.organisation_id, e.subject_kind, e.subject_id, e.params,
      person.name as actor_name, appointment.post as actor_post, profile.name as organisation_name
    from audit_entries e
    left join accounts account on account.tenant_id = e.tenant_id and account.id = e.account_id
    left join persons person on person.tenant_id = account.tenant_id and person.id = account.person_id
    left join appointments appointment on appointment.tenant_id = e.tenant_id and appointment.appointment_id = e.appointment_id
      and appointment.superseded_at is null
    left join organisation_profiles profile on profile.tenant_id = e.tenant_id and profile.organisation_id = e.organisation_id
      and profile.superseded_at is null and profile.starts_on <= app_today() and (profile.ends_before is null or app_today() < profile.ends_before)
    where e.tenant_id = ${tx.tenantId}
      and (${input.action ?? null}::text is null or e.action = ${input.action ?? null} or e.action like ${`${input.action ?? ''}.%`})
      and (${input.subjectId ?? null}::uuid is null or e.subject_id = ${input.subjectId ?? null}::uuid)
      and (${input.organisationId ?? null}::uuid is null or e.organisation_id = ${input.organisationId ?? null}::uuid)
      and (${input.from ?? null}::date is null or e.recorded_at >= ${input.from ?? null}::date::timestamp at time zone 'Asia/Shanghai')
      and (${input.to ?? null}::date is null or e.recorded_at < ${input.to === undefined ? null : addDays(input.to, 1)}::date::timestamp at time zone 'Asia/Shanghai')
      and (${after[0]} = '' or (e.recorded_at, e.id) < (nullif(${after[0]}, '')::timestamptz, nullif(${after[1]}, '')::uuid))
    order by e.recorded_at desc, e.id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(asEntry),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.exact, last.id]) : null,
  }
}

interface Row {
  id: string
  chain: number
  seq: number
  recorded_at: Date
  exact: string
  action: string
  organisation_id: string | null
  organisation_name: string | null
  subject_kind: string
  subject_id: string | null
  params: Record<string, unknown>
  actor_name: string | null
  actor_post: string | null
}

function asEntry(row: Row): AuditEntry {
  return {
    id: row.id,
    chain: row.chain,
    seq: row.seq,
    recordedAt: row.recorded_at.toISOString(),
    action: row.action,
    actorName: row.actor_name,
    actorPost: row.actor_post,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    params: row.params,
  }
}
