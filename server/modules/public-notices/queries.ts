import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A notice as it stands today. */
export interface PublicNotice {
  id: string
  startsOn: string
  lastDay: string
  days: number
  counted: 'calendar' | 'working'
  /** It has stood for all its days, and every objection is answered. */
  isOver: boolean
  objections: { id: string; reason: string; raisedAt: string; answer: string | null }[]
}

/** The notice of a subject, or null. */
export async function noticeOf(
  tx: Tx,
  subject: { kind: string; subjectId: string },
): Promise<PublicNotice | null> {
  const { rows } = await sql<PublicNotice & { stood: boolean }>`
    select n.id, n.starts_on as "startsOn", n.last_day as "lastDay", n.days, n.counted, n.last_day < app_today() as stood,
      coalesce((select json_agg(json_build_object('id', o.id, 'reason', o.reason, 'answer', o.answer,
          'raisedAt', to_char(o.raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by o.id)
        from notice_objections o where o.tenant_id = n.tenant_id and o.notice_id = n.id), '[]') as objections
    from public_notices n where n.tenant_id = ${tx.tenantId} and n.kind = ${subject.kind} and n.subject_id = ${subject.subjectId}`.execute(
    tx,
  )
  const row = rows[0]
  if (row === undefined) return null
  const { stood, ...notice } = row
  return { ...notice, isOver: stood && notice.objections.every(({ answer }) => answer !== null) }
}
