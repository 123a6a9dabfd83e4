import { sql } from 'kysely'
import { newPersonKey, wrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** What a social event asks of its sheets. */
export interface SocialEvent {
  id: string
  organisationId: string
  title: string
  state: string
  choiceLimit: number
  takesScores: boolean
  choicesCloseAt: Date
  /** Whether the time to close has come, by the database's clock. */
  due: boolean
}

/** How an event's choices were closed. */
export interface Closing {
  sheets: number
  pairs: number
  closedAt: Date
}

/** The social event; not there for any other event. */
export async function findSocialEvent(tx: Tx, eventId: string): Promise<SocialEvent> {
  return found(await socialEvent(tx, eventId))
}

/** The social event; undefined for any other event. */
export async function socialEvent(tx: Tx, eventId: string): Promise<SocialEvent | undefined> {
  const { rows } = await sql<SocialEvent>`
    select s.event_id as id, e.organisation_id as "organisationId", e.title, e.state, s.choice_limit as "choiceLimit",
      s.takes_scores as "takesScores", s.choices_close_at as "choicesCloseAt", s.choices_close_at <= app_now() as due
    from social_events s join events e on e.tenant_id = s.tenant_id and e.id = s.event_id
    where s.tenant_id = ${tx.tenantId} and s.event_id = ${eventId}`.execute(tx)
  return rows[0]
}

/** Holds the closing off until this sheet is in, and waits for one that goes on: a sheet is in or refused, never half. */
export async function lockAgainstClosing(tx: Tx, eventId: string): Promise<void> {
  await sql`select from social_events where tenant_id = ${tx.tenantId} and event_id = ${eventId} for share`.execute(
    tx,
  )
}

/** Waits for all sheets under way, and holds new ones off. */
export async function lockForClosing(tx: Tx, eventId: string): Promise<void> {
  await sql`select from social_events where tenant_id = ${tx.tenantId} and event_id = ${eventId} for update`.execute(
    tx,
  )
}

/** The wrapped key of an event's sheets; undefined before the first sheet, and once it is destroyed. */
export async function wrappedKeyOf(tx: Tx, eventId: string) {
  return tx
    .selectFrom('choice_keys')
    .select(['wrapped_key as wrappedKey', 'master_key_id as masterKeyId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
}

/** A new key for an event's sheets, unless somebody has made one a moment ago. */
export async function insertChoiceKey(tx: Tx, eventId: string): Promise<void> {
  const { wrapped, masterKeyId } = wrapKey(tx.keys, newPersonKey())
  await tx
    .insertInto('choice_keys')
    .values({ tenant_id: tx.tenantId, event_id: eventId, wrapped_key: wrapped, master_key_id: masterKeyId })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Puts a sheet in the place of the one before. */
export async function saveSheet(
  tx: Tx,
  place: { eventId: string; registrationId: string },
  sealed: Buffer,
): Promise<void> {
  await tx
    .insertInto('choice_sheets')
    .values({
      tenant_id: tx.tenantId,
      event_id: place.eventId,
      registration_id: place.registrationId,
      sealed,
    })
    .onConflict((on) => on.columns(['tenant_id', 'event_id', 'registration_id']).doUpdateSet({ sealed }))
    .execute()
}

/** The sealed sheets of an event with the badge and person of each. */
export async function sealedSheets(tx: Tx, eventId: string) {
  return tx
    .selectFrom('choice_sheets as s')
    .innerJoin('registrations as r', (on) =>
      on.onRef('r.tenant_id', '=', 's.tenant_id').onRef('r.id', '=', 's.registration_id'),
    )
    .select(['s.registration_id as registrationId', 's.sealed', 'r.badge_no as badgeNo'])
    .where('s.tenant_id', '=', tx.tenantId)
    .where('s.event_id', '=', eventId)
    .execute()
}

/** One sealed sheet; undefined where none was handed in. */
export async function sealedSheet(tx: Tx, place: { eventId: string; registrationId: string }) {
  const row = await tx
    .selectFrom('choice_sheets')
    .select('sealed')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', place.eventId)
    .where('registration_id', '=', place.registrationId)
    .executeTakeFirst()
  return row?.sealed
}

/** How an event's choices were closed; undefined while they are open. */
export async function findClosing(tx: Tx, eventId: string): Promise<Closing | undefined> {
  return tx
    .selectFrom('choice_closings')
    .select(['sheets', 'pairs', 'closed_at as closedAt'])
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
}

/** Writes that an event's choices are closed. `closedBy`: an appointment, or null for the clock. */
export async function insertClosing(
  tx: Tx,
  closing: { eventId: string; sheets: number; pairs: number; closedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('choice_closings')
    .values({
      tenant_id: tx.tenantId,
      event_id: closing.eventId,
      sheets: closing.sheets,
      pairs: closing.pairs,
      closed_by: closing.closedBy,
    })
    .execute()
}

/** Forgets readings of cards that never became sheets: once choices are closed nobody may open them. */
export async function forgetPaper(tx: Tx, eventId: string): Promise<void> {
  await tx
    .deleteFrom('choice_paper_entries')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute()
}

/** Destroys the key of an event's sheets, and the sheets with it. */
export async function destroySheets(tx: Tx, eventId: string): Promise<void> {
  for (const table of ['choice_sheets', 'choice_paper_entries', 'choice_keys'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('event_id', '=', eventId).execute()
}
