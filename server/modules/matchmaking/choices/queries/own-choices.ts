import type { OwnChoices } from '#contract/matchmaking-choices.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { shownCards } from '../../entry/shown-cards.ts'
import { otherSide } from '../commands/record-choices.ts'
import { ownSheet } from '../sheets.ts'
import { findClosing, findSocialEvent } from '../store.ts'
import { metBadges, ownPlace, participants, partUnderWay } from './participants.ts'

/** One's own sheet and whom one may mark: those one sat with first. Rests on who is there alone, never on what others marked. */
export async function ownChoices(tx: Tx, actor: Actor, input: { eventId: string }): Promise<OwnChoices> {
  const event = await findSocialEvent(tx, input.eventId)
  const own = await ownPlace(tx, actor.personId, event.id)
  const place = { eventId: event.id, registrationId: own.registrationId }
  const isClosed = event.due || event.state !== 'published' || (await findClosing(tx, event.id)) !== undefined
  const sheet = await ownSheet(tx, place)
  return {
    eventId: event.id,
    title: event.title,
    state: isClosed ? 'closed' : own.checkedIn ? 'open' : 'waiting',
    closesAt: event.choicesCloseAt.toISOString(),
    limit: event.choiceLimit,
    takesScores: event.takesScores,
    ownBadgeNo: own.badgeNo,
    handedIn: sheet !== null,
    people:
      isClosed || !own.checkedIn
        ? []
        : await peopleToMark(tx, { ...place, personId: own.personId }, sheet ?? []),
  }
}

async function peopleToMark(
  tx: Tx,
  self: { eventId: string; registrationId: string; personId: string },
  sheet: readonly { badgeNo: number; yes: boolean; score: number | null; part: 1 | 2 }[],
): Promise<OwnChoices['people']> {
  const there = await participants(tx, self.eventId)
  const me = there.find((each) => each.registrationId === self.registrationId)
  if (me === undefined) return []
  const others = otherSide(there, me)
  const shown = await shownCards(
    tx,
    self.personId,
    others.map((each) => each.personId),
  )
  const met = await metBadges(tx, self)
  const part = await partUnderWay(tx, self.eventId)
  const marked = new Map(sheet.map((entry) => [entry.badgeNo, entry]))
  return others
    .filter((each) => shown.has(each.personId))
    .map((each) => {
      const mark = marked.get(each.badgeNo)
      return {
        badgeNo: each.badgeNo,
        nickname: shown.get(each.personId)!.nickname,
        met: met.has(each.badgeNo),
        yes: mark?.yes ?? false,
        score: mark?.score ?? null,
        fixed: part === 2 && mark?.part === 1,
      }
    })
    .toSorted((a, b) => Number(b.met) - Number(a.met) || a.badgeNo - b.badgeNo)
}
