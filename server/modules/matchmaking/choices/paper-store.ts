import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** One of the readings of a card, and which person's it is. */
export interface PaperEntry {
  keyedBy: string
  personId: string
  sealed: Buffer
}

/** Holds other readings of the same card off until this one is in. */
export async function lockPaperCard(tx: Tx, registrationId: string): Promise<void> {
  await sql`select from registrations where tenant_id = ${tx.tenantId} and id = ${registrationId} for update`.execute(
    tx,
  )
}

/** The readings of a card, the first one first. */
export async function paperEntries(tx: Tx, registrationId: string): Promise<PaperEntry[]> {
  const { rows } = await sql<PaperEntry>`
    select p.keyed_by as "keyedBy", p.sealed, (
      select a.person_id from appointments a where a.tenant_id = p.tenant_id and a.appointment_id = p.keyed_by order by a.superseded_at nulls first limit 1)
      as "personId"
    from choice_paper_entries p where p.tenant_id = ${tx.tenantId} and p.registration_id = ${registrationId} order by p.keyed_at, p.keyed_by`.execute(
    tx,
  )
  return rows
}

/** Keeps one reading, in place of an earlier one by the same appointment. */
export async function savePaperEntry(
  tx: Tx,
  entry: { eventId: string; registrationId: string; keyedBy: string; sealed: Buffer },
): Promise<void> {
  await tx
    .insertInto('choice_paper_entries')
    .values({
      tenant_id: tx.tenantId,
      event_id: entry.eventId,
      registration_id: entry.registrationId,
      keyed_by: entry.keyedBy,
      sealed: entry.sealed,
    })
    .onConflict((on) =>
      on
        .columns(['tenant_id', 'event_id', 'registration_id', 'keyed_by'])
        .doUpdateSet({ sealed: entry.sealed }),
    )
    .execute()
}

/** Forgets the readings of a card: it is a sheet now. */
export async function deletePaperEntries(tx: Tx, registrationId: string): Promise<void> {
  await tx
    .deleteFrom('choice_paper_entries')
    .where('tenant_id', '=', tx.tenantId)
    .where('registration_id', '=', registrationId)
    .execute()
}
