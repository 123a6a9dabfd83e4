import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { NewNotice } from './notices.ts'

/** Puts a notice up; false when the subject has one. */
export async function insertNotice(
  tx: Tx,
  actor: Actor,
  notice: NewNotice & { startsOn: string; lastDay: string },
): Promise<boolean> {
  const { rule } = notice
  const { rows } = await sql`
    insert into public_notices (tenant_id, id, organisation_id, kind, subject_id, lines, starts_on, last_day, days, counted, rule_version, published_by)
    values (${tx.tenantId}, ${newId()}, ${notice.organisationId}, ${notice.kind}, ${notice.subjectId}, ${JSON.stringify(notice.lines)}::jsonb,
      ${notice.startsOn}, ${notice.lastDay}, ${rule.value.days}, ${rule.value.counted}, ${rule.version}, ${actor.appointment?.id ?? null})
    on conflict on constraint public_notices_subject_key do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** Adds an objection. */
export async function insertObjection(
  tx: Tx,
  actor: Actor,
  objection: { noticeId: string; reason: string },
): Promise<void> {
  await sql`insert into notice_objections (tenant_id, id, notice_id, reason, raised_by)
    values (${tx.tenantId}, ${newId()}, ${objection.noticeId}, ${objection.reason}, ${actor.appointment?.id ?? null})`.execute(
    tx,
  )
}

/** Writes the answer; false when there is no open objection of this id. */
export async function answerObjection(
  tx: Tx,
  actor: Actor,
  settled: { noticeId: string; objectionId: string; answer: string },
): Promise<boolean> {
  const { rows } = await sql`
    update notice_objections set answer = ${settled.answer}, settled_by = ${actor.appointment?.id ?? null}, settled_at = now()
    where tenant_id = ${tx.tenantId} and notice_id = ${settled.noticeId} and id = ${settled.objectionId} and answer is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}
