import type { Choice } from '#contract/matchmaking-choices.ts'
import type { OpenedPaperCard, PaperCardState } from '#contract/matchmaking-paper.ts'
import { mustReachEvent } from '#server/modules/events/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, found, notFound, refuse } from '#server/platform/errors.ts'
import {
  deletePaperEntries,
  lockPaperCard,
  paperEntries,
  savePaperEntry,
  type PaperEntry,
} from '../paper-store.ts'
import { participants } from '../queries/participants.ts'
import { differences, isReadingOf, sameMarks, type Mark } from '../rules/marks.ts'
import type { SheetPlace } from '../rules/sheet.ts'
import { openSealed, sealedFor } from '../sheets.ts'
import { findSocialEvent, lockAgainstClosing, sealedSheet, type SocialEvent } from '../store.ts'
import { checkedMarks, mustBeOpen, putSheet } from './record-choices.ts'

interface CardInput {
  eventId: string
  badge: string
}
interface Card {
  event: SocialEvent
  place: SheetPlace
  entries: PaperEntry[]
}

/**
 * Keys in a card of paper. The first reading waits, sealed; when a second person reads the same, it becomes the sheet; where they differ, it
 * waits for one of the two to settle it. Neither is told what the other read.
 */
export async function keyPaperCard(
  tx: Tx,
  actor: Actor,
  input: CardInput & { choices: readonly Choice[] },
): Promise<{ state: PaperCardState }> {
  const card = await lockedCard(tx, actor, input)
  const { event, place, entries } = card
  // A person is one reader, whatever their appointments.
  const others = entries.filter((entry) => entry.personId !== actor.personId)
  if (others.length >= 2) conflict('matchmaking.paper_keyed_twice')
  const marks = await checkedMarks(tx, { event, place }, input.choices)
  await note(tx, actor, { card, action: 'matchmaking.paper_keyed' })
  const [other] = others
  if (other !== undefined && sameMarks(await marksOf(tx, place, other), marks)) {
    await putSheet(tx, { event, place }, marks)
    await deletePaperEntries(tx, place.registrationId)
    return { state: 'handed_in' }
  }
  const mine = entries.find((entry) => entry.personId === actor.personId)
  await savePaperEntry(tx, {
    ...place,
    keyedBy: mine?.keyedBy ?? actor.appointment!.id,
    sealed: await sealedFor(tx, place, marks),
  })
  return { state: other === undefined ? 'once' : 'differs' }
}

/** Opens a card that two people have read differently, for one of the two; each opening is logged, not what stands there. */
export async function openPaperCard(tx: Tx, actor: Actor, input: CardInput): Promise<OpenedPaperCard> {
  const card = await lockedCard(tx, actor, input)
  const { mine, theirs } = await bothReadings(tx, actor, card)
  await note(tx, actor, { card, action: 'matchmaking.paper_opened' })
  return { mine, differences: differences(mine, theirs) }
}

/** Settles a card with the card in hand: by one of the two, and only as one of them has read it, mark by mark. */
export async function settlePaperCard(
  tx: Tx,
  actor: Actor,
  input: CardInput & { choices: readonly Choice[] },
): Promise<{ state: PaperCardState }> {
  const card = await lockedCard(tx, actor, input)
  const { event, place } = card
  const { mine, theirs } = await bothReadings(tx, actor, card)
  const marks = await checkedMarks(tx, { event, place }, input.choices)
  if (!isReadingOf(marks, [mine, theirs])) refuse('matchmaking.paper_neither')
  await putSheet(tx, { event, place }, marks)
  await deletePaperEntries(tx, place.registrationId)
  await note(tx, actor, { card, action: 'matchmaking.paper_settled' })
  return { state: 'handed_in' }
}

async function lockedCard(tx: Tx, actor: Actor, input: CardInput): Promise<Card> {
  await lockAgainstClosing(tx, input.eventId)
  const event = await findSocialEvent(tx, input.eventId)
  await mustReachEvent(tx, { actor, permission: 'matchmaking.key_choices' }, event)
  if (actor.appointment === null) forbidden()
  await mustBeOpen(tx, event)
  const there = await participants(tx, event.id)
  const { registrationId } = found(there.find((each) => each.badgeNo === Number(input.badge)))
  await lockPaperCard(tx, registrationId)
  const place = { eventId: event.id, registrationId }
  if ((await sealedSheet(tx, place)) !== undefined) conflict('matchmaking.sheet_already_there')
  return { event, place, entries: await paperEntries(tx, registrationId) }
}

async function bothReadings(
  tx: Tx,
  actor: Actor,
  { place, entries }: Card,
): Promise<{ mine: Mark[]; theirs: Mark[] }> {
  const mine = entries.find((entry) => entry.personId === actor.personId)
  const other = entries.find((entry) => entry.personId !== actor.personId)
  if (mine === undefined || other === undefined) notFound()
  return { mine: await marksOf(tx, place, mine), theirs: await marksOf(tx, place, other) }
}

async function marksOf(tx: Tx, place: SheetPlace, entry: PaperEntry): Promise<Mark[]> {
  const marks = await openSealed(tx, place, entry.sealed)
  return marks.map(({ badgeNo, yes, score }) => ({ badgeNo, yes, score }))
}

async function note(tx: Tx, actor: Actor, { card, action }: { card: Card; action: string }): Promise<void> {
  await audit(tx, actor, action, {
    kind: 'registration',
    id: card.place.registrationId,
    organisationId: card.event.organisationId,
    params: { eventId: card.event.id },
  })
}
