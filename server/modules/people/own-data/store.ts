import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A correction as it is kept: sealed under the person's key. */
export interface CorrectionRow {
  id: string
  personId: string
  sealed: Buffer
  evidenceIds: string[]
}

/** Keeps what a person asks to have corrected. */
export async function insertCorrection(tx: Tx, correction: CorrectionRow): Promise<void> {
  await tx
    .insertInto('corrections')
    .values({
      tenant_id: tx.tenantId,
      id: correction.id,
      person_id: correction.personId,
      sealed: correction.sealed,
      evidence_ids: correction.evidenceIds,
    })
    .execute()
}

/** Writes over a correction that was sent back. */
export async function rewriteCorrection(tx: Tx, correction: Omit<CorrectionRow, 'personId'>): Promise<void> {
  await tx
    .updateTable('corrections')
    .set({ sealed: correction.sealed, evidence_ids: correction.evidenceIds })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', correction.id)
    .execute()
}

/** The correction of a request; undefined when there is none, or when its person was erased. */
export async function findCorrection(tx: Tx, id: string): Promise<CorrectionRow | undefined> {
  return tx
    .selectFrom('corrections')
    .select(['id', 'person_id as personId', 'sealed', 'evidence_ids as evidenceIds'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The corrections of records of a person. */
export async function correctionsOf(tx: Tx, recordIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('corrections')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', 'in', [...recordIds])
    .execute()
  return rows.map((row) => row.id)
}

/** An erasure a person asks for; `executeOn` is set by the approval. */
export interface ErasureRequestRow {
  id: string
  personId: string
  sealedReason: Buffer | null
  executeOn: string | null
  cancelled: boolean
  done: boolean
}

/** Keeps that a person asks to be erased. */
export async function insertErasureRequest(
  tx: Tx,
  request: Pick<ErasureRequestRow, 'id' | 'personId' | 'sealedReason'>,
): Promise<void> {
  await tx
    .insertInto('erasure_requests')
    .values({
      tenant_id: tx.tenantId,
      id: request.id,
      person_id: request.personId,
      sealed_reason: request.sealedReason,
    })
    .execute()
}

/** Erasure requests by their ids, the latest first. */
export async function erasureRequestsOf(tx: Tx, ids: readonly string[]): Promise<ErasureRequestRow[]> {
  const { rows } = await sql<ErasureRequestRow>`
    select r.id, r.person_id as "personId", r.sealed_reason as "sealedReason", d.execute_on as "executeOn",
      c.request_id is not null as cancelled, e.person_id is not null as done
    from erasure_requests r
    left join erasure_dates d on d.tenant_id = r.tenant_id and d.request_id = r.id
    left join erasure_cancellations c on c.tenant_id = r.tenant_id and c.request_id = r.id
    left join person_erasures e on e.tenant_id = r.tenant_id and e.person_id = r.person_id
    where r.tenant_id = ${tx.tenantId} and r.id = any(${ids}::uuid[]) order by r.id desc`.execute(tx)
  return rows
}

/** Sets the day an approved erasure is done. */
export async function insertErasureDate(
  tx: Tx,
  date: { requestId: string; executeOn: string; setBy: string | null },
): Promise<void> {
  await tx
    .insertInto('erasure_dates')
    .values({
      tenant_id: tx.tenantId,
      request_id: date.requestId,
      execute_on: date.executeOn,
      set_by: date.setBy,
    })
    .execute()
}

/** The person has changed their mind. */
export async function insertErasureCancellation(tx: Tx, requestId: string): Promise<void> {
  await tx
    .insertInto('erasure_cancellations')
    .values({ tenant_id: tx.tenantId, request_id: requestId })
    .execute()
}

/** Notes that somebody checked a shown card, which told them name and union. */
export async function insertCardCheck(
  tx: Tx,
  check: { id: string; personId: string; appointmentId: string },
): Promise<void> {
  await tx
    .insertInto('card_checks')
    .values({
      tenant_id: tx.tenantId,
      id: check.id,
      person_id: check.personId,
      appointment_id: check.appointmentId,
    })
    .execute()
}
