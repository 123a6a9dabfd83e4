import type { Choice } from '#contract/matchmaking-choices.ts'
import { refusals } from '../../entry/refusals.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { ownPlace, participants, partUnderWay, type Participant } from '../queries/participants.ts'
import { mergedSheet } from '../rules/marks.ts'
import type { SheetEntry, SheetPlace } from '../rules/sheet.ts'
import { handIn, ownSheet } from '../sheets.ts'
import { findClosing, findSocialEvent, lockAgainstClosing, type SocialEvent } from '../store.ts'

/**
 * Hands one's own sheet in, also an empty one; it may be handed in again until the choices close. Leaves nothing that says whom it names: no
 * audit entry, no kept answer, and an answer that is the same for every sheet.
 */
export async function recordChoices(
  tx: Tx,
  actor: Actor,
  input: { eventId: string; choices: readonly Choice[] },
): Promise<Record<string, never>> {
  await lockAgainstClosing(tx, input.eventId)
  const event = await findSocialEvent(tx, input.eventId)
  const own = await ownPlace(tx, actor.personId, event.id)
  const reasons = await refusals(tx, { personIds: [own.personId] })
  if (reasons.has(own.personId)) refuse(reasons.get(own.personId)!)
  await mustBeOpen(tx, event)
  if (!own.checkedIn || own.badgeNo === null) refuse('matchmaking.not_checked_in')
  await putSheet(
    tx,
    { event, place: { eventId: event.id, registrationId: own.registrationId } },
    input.choices,
  )
  return {}
}

/** Refuses once the choices are closed, or their time is over. */
export async function mustBeOpen(tx: Tx, event: SocialEvent): Promise<void> {
  const isOver = event.due || event.state !== 'published'
  if (isOver || (await findClosing(tx, event.id)) !== undefined) conflict('matchmaking.choices_closed')
}

/** Checks what is marked against who is there and how many one may choose, and seals it. */
export async function putSheet(
  tx: Tx,
  { event, place }: { event: SocialEvent; place: SheetPlace },
  choices: readonly Choice[],
): Promise<void> {
  const marks = await checkedMarks(tx, { event, place }, choices)
  const standing = (await ownSheet(tx, place)) ?? []
  const sheet = mergedSheet(standing, marks, await partUnderWay(tx, event.id))
  mustKeepLimit(sheet, event)
  await handIn(tx, place, sheet)
}

/**
 * The marks of a sheet, each about somebody of the other side who is there. Whether somebody is hidden from the one who marks is not asked
 * here: an answer would tell. The closing leaves such pairs out.
 */
export async function checkedMarks(
  tx: Tx,
  { event, place }: { event: SocialEvent; place: SheetPlace },
  choices: readonly Choice[],
): Promise<Choice[]> {
  const there = await participants(tx, event.id)
  const self = there.find((each) => each.registrationId === place.registrationId)
  if (self === undefined) refuse('matchmaking.not_checked_in')
  const badges = new Set(otherSide(there, self).map((each) => each.badgeNo))
  const seen = new Set<number>()
  const wrong = choices.flatMap(({ badgeNo }, at) => {
    const isWrong = !badges.has(badgeNo) || seen.has(badgeNo)
    seen.add(badgeNo)
    return isWrong ? [{ path: `choices/${at}/badgeNo`, code: 'matchmaking.no_such_badge' }] : []
  })
  if (wrong.length > 0) invalid(wrong)
  const kept = choices.map(({ badgeNo, yes, score }) => ({
    badgeNo,
    yes,
    score: event.takesScores ? score : null,
  }))
  mustKeepLimit(kept, event)
  return kept
}

/** Those one may mark: the other side of the rounds. */
export function otherSide(there: readonly Participant[], self: Pick<Participant, 'sex'>): Participant[] {
  return there.filter((each) => each.sex !== self.sex)
}

function mustKeepLimit(entries: readonly Pick<SheetEntry, 'yes'>[], event: SocialEvent): void {
  if (entries.filter((entry) => entry.yes).length > event.choiceLimit)
    refuse('matchmaking.too_many_choices', { limit: event.choiceLimit })
}
