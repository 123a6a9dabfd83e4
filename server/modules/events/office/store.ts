import type { EventDraft, EventSession } from '#contract/events.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Where a new event stands: its kind, host and series. */
export interface EventPlace {
  id: string
  kind: string
  organisationId: string
  seriesId: string | null
  editionNo: number | null
  createdBy: string
}

/** Writes a new draft. */
export async function insertEvent(tx: Tx, place: EventPlace, draft: EventDraft): Promise<void> {
  await tx
    .insertInto('events')
    .values({
      tenant_id: tx.tenantId,
      id: place.id,
      kind: place.kind,
      organisation_id: place.organisationId,
      series_id: place.seriesId,
      edition_no: place.editionNo,
      created_by: place.createdBy,
      ...columnsOf(draft),
    })
    .execute()
}

/** Writes a draft anew; its version rises. */
export async function rewriteEvent(tx: Tx, eventId: string, draft: EventDraft): Promise<void> {
  await tx
    .updateTable('events')
    .set((e) => ({ ...columnsOf(draft), version: e('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', eventId)
    .execute()
}

function columnsOf(draft: EventDraft) {
  return {
    host_kind: draft.hostKind,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    venue: draft.venue.trim(),
    address: draft.address.trim(),
    budget_line: draft.budgetLine?.trim() || null,
    starts_at: new Date(draft.startsAt),
    ends_at: new Date(draft.endsAt),
    registration_opens_at: new Date(draft.registrationOpensAt),
    registration_closes_at: new Date(draft.registrationClosesAt),
    cancel_until: new Date(draft.cancelUntil),
    admission: draft.admission,
    capacity: draft.capacity,
    offer_minutes: draft.offerMinutes,
    seating: draft.seating,
    rounds: draft.rounds,
    round_minutes: draft.roundMinutes,
    two_part: draft.twoPart,
  }
}

/** The times a postponed event has from now on. */
export interface NewTimes {
  startsAt: string
  endsAt: string
  registrationClosesAt: string
  cancelUntil: string
}

/** Gives an event other times; its version rises. */
export async function moveEvent(tx: Tx, eventId: string, times: NewTimes): Promise<void> {
  await tx
    .updateTable('events')
    .set((e) => ({
      starts_at: new Date(times.startsAt),
      ends_at: new Date(times.endsAt),
      registration_closes_at: new Date(times.registrationClosesAt),
      cancel_until: new Date(times.cancelUntil),
      version: e('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', eventId)
    .execute()
}

/** A step of an event as it is written. `takenBy` is the appointment; null: the clock. */
export interface NewStep {
  eventId: string
  step: 'submitted' | 'returned' | 'published' | 'drawn' | 'postponed' | 'cancelled' | 'closed'
  reason: string | null
  takenBy: string | null
  moved?: { startsAt: string; endsAt: string }
}

const stateAfter: Partial<Record<NewStep['step'], string>> = {
  submitted: 'review',
  returned: 'draft',
  published: 'published',
  cancelled: 'cancelled',
  closed: 'closed',
}

/** Writes a step of an event and keeps the state it leads to at hand; the version rises. */
export async function takeStep(tx: Tx, step: NewStep): Promise<void> {
  await tx
    .insertInto('event_steps')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      event_id: step.eventId,
      step: step.step,
      reason: step.reason,
      taken_by: step.takenBy,
      starts_at: step.moved ? new Date(step.moved.startsAt) : null,
      ends_at: step.moved ? new Date(step.moved.endsAt) : null,
    })
    .execute()
  const state = stateAfter[step.step]
  if (state === undefined) return
  await tx
    .updateTable('events')
    .set((e) => ({ state, version: e('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', step.eventId)
    .execute()
}

/** Replaces those who host an event together with its host. */
export async function replaceHosts(
  tx: Tx,
  eventId: string,
  organisationIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('event_hosts')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute()
  if (organisationIds.length === 0) return
  await tx
    .insertInto('event_hosts')
    .values(
      [...new Set(organisationIds)].map((organisation_id) => ({
        tenant_id: tx.tenantId,
        event_id: eventId,
        organisation_id,
      })),
    )
    .execute()
}

/** Replaces the parts of an event. */
export async function replaceSessions(
  tx: Tx,
  eventId: string,
  sessions: readonly EventSession[],
): Promise<void> {
  await tx
    .deleteFrom('event_sessions')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute()
  if (sessions.length === 0) return
  await tx
    .insertInto('event_sessions')
    .values(
      sessions.map((session, at) => ({
        tenant_id: tx.tenantId,
        event_id: eventId,
        no: at + 1,
        title: session.title.trim(),
        starts_at: new Date(session.startsAt),
        ends_at: new Date(session.endsAt),
      })),
    )
    .execute()
}
