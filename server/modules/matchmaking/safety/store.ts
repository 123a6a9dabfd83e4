import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A block as its owner may use it. */
export interface BlockRow {
  id: string
  blockedPersonId: string
  labelCipher: Buffer | null
  blockedAt: Date
}

/** Blocks somebody; a second block of the same person changes nothing. Its id is random: it goes to the phone. */
export async function insertBlock(
  tx: Tx,
  block: { personId: string; blockedPersonId: string; labelCipher: Buffer },
): Promise<void> {
  await sql`
    insert into blocks (tenant_id, id, person_id, blocked_person_id, label_cipher)
    values (${tx.tenantId}, ${randomUUID()}, ${block.personId}, ${block.blockedPersonId}, ${block.labelCipher})
    on conflict do nothing`.execute(tx)
}

/** Ends a block of one's own; returns whether there was one. */
export async function endBlock(tx: Tx, personId: string, blockId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update blocks set ended_at = now() where tenant_id = ${tx.tenantId} and id = ${blockId} and person_id = ${personId} and ended_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Blocks of one's own that stand, the latest first. */
export async function blocksOf(tx: Tx, personId: string): Promise<BlockRow[]> {
  const { rows } = await sql<BlockRow>`
    select id, blocked_person_id as "blockedPersonId", label_cipher as "labelCipher", blocked_at as "blockedAt" from blocks
    where tenant_id = ${tx.tenantId} and person_id = ${personId} and ended_at is null order by blocked_at desc, id`.execute(
    tx,
  )
  return rows
}

/** A report as it is written. */
export interface NewReport {
  id: string
  reporterId: string
  reportedId: string
  organisationId: string
  occasion: { eventId: string | null; introductionId: string | null; interestId: string | null }
  kind: string
  sealedText: Buffer
  dueOn: string
  taskId: string
}

/** Writes a report. */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  await tx
    .insertInto('person_reports')
    .values({
      tenant_id: tx.tenantId,
      id: report.id,
      reporter_id: report.reporterId,
      reported_id: report.reportedId,
      organisation_id: report.organisationId,
      event_id: report.occasion.eventId,
      introduction_id: report.occasion.introductionId,
      interest_id: report.occasion.interestId,
      kind: report.kind,
      sealed_text: report.sealedText,
      due_on: report.dueOn,
      task_id: report.taskId,
    })
    .execute()
}

/** Writes what was decided; a second decision is a conflict. */
export async function insertDecision(
  tx: Tx,
  decision: {
    reportId: string
    reportedId: string
    decision: 'confirmed' | 'dismissed'
    sealedReason: Buffer
    sealedAnswer: Buffer
    decidedBy: string
  },
): Promise<void> {
  await tx
    .insertInto('person_report_decisions')
    .values({
      tenant_id: tx.tenantId,
      report_id: decision.reportId,
      reported_id: decision.reportedId,
      decision: decision.decision,
      sealed_reason: decision.sealedReason,
      sealed_answer: decision.sealedAnswer,
      decided_by: decision.decidedBy,
    })
    .execute()
}

/** How many different people have reports about a person that were confirmed. */
export async function countConfirmedReporters(tx: Tx, reportedId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct r.reporter_id)::int as n from person_reports r
    join person_report_decisions d on d.tenant_id = r.tenant_id and d.report_id = r.id and d.decision = 'confirmed'
    where r.tenant_id = ${tx.tenantId} and r.reported_id = ${reportedId}`.execute(tx)
  return rows[0]!.n
}

/** Puts somebody out; whoever is out already stays so. */
export async function insertExclusion(
  tx: Tx,
  exclusion: { personId: string; reason: 'confirmed_reports'; excludedBy: string },
): Promise<void> {
  await sql`
    insert into exclusions (tenant_id, id, person_id, reason, excluded_by)
    values (${tx.tenantId}, ${randomUUID()}, ${exclusion.personId}, ${exclusion.reason}, ${exclusion.excludedBy})
    on conflict do nothing`.execute(tx)
}

/** Lets somebody in again; returns whether they were out. */
export async function endExclusion(tx: Tx, personId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update exclusions set ended_at = now() where tenant_id = ${tx.tenantId} and person_id = ${personId} and ended_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
