import type { EventDraft, EventFile, operations } from '#contract/events.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, invalid } from '#server/platform/errors.ts'
import type { EventKind } from '#server/platform/event-kind.ts'
import { newId } from '#server/platform/ids.ts'
import { phaseOf } from '../../rules.ts'
import { hostIdsOf, lockEvent } from '../../store.ts'
import { optionProblems, type EventKinds } from '../kinds.ts'
import { eventFile } from '../queries/event-file.ts'
import { draftProblems, fits } from '../rules.ts'
import { lockSeries } from '../series-store.ts'
import { insertEvent, replaceHosts, replaceSessions, rewriteEvent } from '../store.ts'

type Create = InputOf<(typeof operations)['createEvent']>
type Update = InputOf<(typeof operations)['updateEvent']>

/** Drafts an event for an organisation within scope. Everything that does not fit is named at once; nothing of it is published. */
export async function createEvent(
  tx: Tx,
  actor: Actor,
  { kinds, ...input }: Create & { kinds: EventKinds },
): Promise<EventFile> {
  await mustReach(tx, { actor, permission: 'events.write' }, input.organisationId)
  if (actor.appointment === null) forbidden()
  const kind = kinds.namedKind(input.kind)
  await mustFit(tx, actor, { kind, draft: input })
  if (input.seriesId) await mustBeSeriesOf(tx, input.seriesId, input.organisationId)
  const id = newId()
  const place = {
    id,
    kind: input.kind,
    organisationId: input.organisationId,
    seriesId: input.seriesId ?? null,
    editionNo: input.editionNo ?? null,
    createdBy: actor.appointment.id,
  }
  await insertEvent(tx, place, input)
  await writeParts(tx, { id, organisationId: input.organisationId, kind }, input)
  await audit(tx, actor, 'events.created', {
    kind: 'event',
    id,
    organisationId: input.organisationId,
    params: { kind: input.kind },
  })
  return eventFile(tx, actor, { eventId: id, kinds })
}

/** Writes a draft anew, as long as it is not published. Whoever works from an older version is told. */
export async function updateEvent(
  tx: Tx,
  actor: Actor,
  { kinds, ...input }: Update & { kinds: EventKinds },
): Promise<EventFile> {
  const event = await lockEvent(tx, input.eventId)
  await mustReach(tx, { actor, permission: 'events.write' }, event.organisationId)
  if (!fits('edit', phaseOf(event, await now(tx)))) conflict('events.not_draft')
  if (event.version !== input.version) conflict('events.changed_meanwhile')
  const kind = kinds.kindOf(event.kind)
  await mustFit(tx, actor, { kind, draft: { ...input, organisationId: event.organisationId } })
  await rewriteEvent(tx, event.id, input)
  await writeParts(tx, { id: event.id, organisationId: event.organisationId, kind }, input)
  await audit(tx, actor, 'events.changed', {
    kind: 'event',
    id: event.id,
    organisationId: event.organisationId,
    params: {},
  })
  return eventFile(tx, actor, { eventId: event.id, kinds })
}

type Written = EventDraft & { organisationId: string; eventId?: string }

async function mustFit(
  tx: Tx,
  actor: Actor,
  { kind, draft }: { kind: EventKind; draft: Written },
): Promise<void> {
  const problems = [...draftProblems(draft), ...optionProblems(kind, draft)]
  for (const [at, id] of (draft.hostIds ?? []).entries()) {
    const code = await whyNotHost(tx, actor, { id, draft })
    if (code !== null) problems.push({ path: `hostIds.${at}`, code })
  }
  if (problems.length > 0) invalid(problems)
}

// Unions below host because their officer's level says so; everybody else is asked first and stands among the hosts once they accept.
async function whyNotHost(
  tx: Tx,
  actor: Actor,
  { id, draft }: { id: string; draft: Written },
): Promise<string | null> {
  if (id === draft.organisationId) return 'events.host_twice'
  if (await canReach(tx, { actor, permission: 'events.write' }, id)) return null
  const hosts = draft.eventId === undefined ? [] : await hostIdsOf(tx, draft.eventId)
  return hosts.includes(id) ? null : 'events.host_not_asked'
}

async function mustBeSeriesOf(tx: Tx, seriesId: string, organisationId: string): Promise<void> {
  const series = await lockSeries(tx, seriesId)
  if (series?.organisationId !== organisationId)
    invalid([{ path: 'seriesId', code: 'events.series_unknown' }])
}

async function writeParts(
  tx: Tx,
  event: { id: string; organisationId: string; kind: EventKind },
  draft: EventDraft,
): Promise<void> {
  await replaceHosts(tx, event.id, draft.hostIds ?? [])
  await replaceSessions(tx, event.id, draft.sessions ?? [])
  await event.kind.options?.save(tx, event.id, (draft.options ?? {}) as never)
}
