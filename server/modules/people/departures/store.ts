import { sql } from 'kysely'
import type { ReminderWay } from '#contract/people-departures.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A declared withdrawal that is neither taken back nor carried out. */
export interface OpenWithdrawal {
  id: string
  personId: string
  unionId: string
  effectiveOn: string
  declaredAt: Date
}

const openOnes = (tx: Tx) => sql`
  select w.id, w.person_id as "personId", w.union_id as "unionId", w.effective_on as "effectiveOn", w.recorded_at as "declaredAt"
  from own_withdrawals w
  where w.tenant_id = ${tx.tenantId}
    and not exists (select from own_withdrawal_endings e where e.tenant_id = w.tenant_id and e.withdrawal_id = w.id)`

/** The open withdrawal of somebody’s records; undefined when there is none. Read after the records are locked, it stays. */
export async function openWithdrawalOf(
  tx: Tx,
  recordIds: readonly string[],
): Promise<OpenWithdrawal | undefined> {
  const { rows } =
    await sql<OpenWithdrawal>`${openOnes(tx)} and w.person_id = any(${recordIds}::uuid[])`.execute(tx)
  return rows[0]
}

/** Open withdrawals whose day has come. */
export async function withdrawalsDue(tx: Tx, today: string): Promise<OpenWithdrawal[]> {
  const { rows } = await sql<OpenWithdrawal>`
    ${openOnes(tx)} and w.effective_on <= ${today}::date order by w.person_id`.execute(tx)
  return rows
}

/** Writes a declared withdrawal; returns its id. */
export async function insertWithdrawal(
  tx: Tx,
  declared: { personId: string; unionId: string; effectiveOn: string; reason: string | null },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('own_withdrawals')
    .values({
      tenant_id: tx.tenantId,
      id,
      person_id: declared.personId,
      union_id: declared.unionId,
      effective_on: declared.effectiveOn,
      reason: declared.reason,
    })
    .execute()
  return id
}

/** Ends a withdrawal; a second time is a conflict by its key. */
export async function endWithdrawal(
  tx: Tx,
  withdrawalId: string,
  outcome: 'taken_back' | 'carried_out' | 'overtaken',
): Promise<void> {
  await tx
    .insertInto('own_withdrawal_endings')
    .values({ tenant_id: tx.tenantId, withdrawal_id: withdrawalId, outcome })
    .execute()
}

/** A member was reminded. */
export async function insertReminder(
  tx: Tx,
  author: Author,
  reminder: { personId: string; unionId: string; remindedOn: string; way: ReminderWay },
): Promise<void> {
  await tx
    .insertInto('lapse_reminders')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      person_id: reminder.personId,
      union_id: reminder.unionId,
      reminded_on: reminder.remindedOn,
      way: reminder.way,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
}

/** Reminders of somebody’s records, the latest first. */
export async function remindersOf(
  tx: Tx,
  recordIds: readonly string[],
): Promise<{ id: string; remindedOn: string; way: ReminderWay }[]> {
  const { rows } = await sql<{ id: string; remindedOn: string; way: ReminderWay }>`
    select id, reminded_on as "remindedOn", way from lapse_reminders
    where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[]) order by reminded_on desc, id desc`.execute(
    tx,
  )
  return rows
}

/** A proposal that a membership ends by lapse or expulsion. */
export interface Proposal {
  id: string
  kind: 'lapse' | 'expulsion'
  personId: string
  unionId: string
  unpaidSince: string | null
  judgmentNo: string | null
  groupDecidedOn: string | null
  groupDocumentNo: string | null
  committeeDecidedOn: string | null
  committeeDocumentNo: string | null
}

/** Keeps what is proposed; the request for its decision carries the same id. */
export async function insertProposal(tx: Tx, author: Author, proposal: Proposal): Promise<void> {
  await tx
    .insertInto('departure_proposals')
    .values({
      tenant_id: tx.tenantId,
      id: proposal.id,
      kind: proposal.kind,
      person_id: proposal.personId,
      union_id: proposal.unionId,
      unpaid_since: proposal.unpaidSince,
      judgment_no: proposal.judgmentNo,
      group_decided_on: proposal.groupDecidedOn,
      group_document_no: proposal.groupDocumentNo,
      committee_decided_on: proposal.committeeDecidedOn,
      committee_document_no: proposal.committeeDocumentNo,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
}

/** A proposal by its id. */
export async function findProposal(tx: Tx, id: string): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    select id, kind, person_id as "personId", union_id as "unionId", unpaid_since as "unpaidSince", judgment_no as "judgmentNo",
      group_decided_on as "groupDecidedOn", group_document_no as "groupDocumentNo", committee_decided_on as "committeeDecidedOn",
      committee_document_no as "committeeDocumentNo"
    from departure_proposals where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
  return rows[0]
}

/** Proposals about somebody’s records, the latest first: ids of requests, decided or not. */
export async function proposalsAbout(
  tx: Tx,
  recordIds: readonly string[],
): Promise<{ requestId: string; kind: 'lapse' | 'expulsion' }[]> {
  const { rows } = await sql<{ requestId: string; kind: 'lapse' | 'expulsion' }>`
    select id as "requestId", kind from departure_proposals
    where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[]) order by id desc`.execute(tx)
  return rows
}
