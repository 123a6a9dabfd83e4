import type { ChoiceClosing } from '#contract/matchmaking-choices.ts'
import { mustReachEvent } from '#server/modules/events/index.ts'
import { ruleFor, satisfies } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { refusals } from '../../entry/refusals.ts'
import { planFollowUps } from '../../desk/plan-follow-ups.ts'
import { becomeMutual } from '../../pairs/become-mutual.ts'
import { keptApart } from '../../kept-apart.ts'
import { participants } from '../queries/participants.ts'
import { mutualBadges } from '../rules/marks.ts'
import { openSheets } from '../sheets.ts'
import { tellResults } from '../tell-results.ts'
import {
  findClosing,
  findSocialEvent,
  forgetPaper,
  insertClosing,
  lockForClosing,
  type Closing,
  type SocialEvent,
} from '../store.ts'

/** Closes the choices of an event within scope. Closing again changes nothing and answers the same. */
export async function closeChoices(tx: Tx, actor: Actor, input: { eventId: string }): Promise<ChoiceClosing> {
  const event = await findSocialEvent(tx, input.eventId)
  await mustReachEvent(tx, { actor, permission: 'events.run' }, event)
  if (event.state === 'draft' || event.state === 'review' || event.state === 'cancelled')
    refuse('matchmaking.choices_not_begun')
  const closing = await closeSheets(tx, actor, event)
  return {
    closedAt: closing.closedAt.toISOString(),
    sheets: closing.sheets,
    pairs: await shownPairs(tx, actor.today, closing.pairs),
  }
}

/**
 * Closes the choices of an event, by an officer or by the clock (null): opens the sheets in memory, writes the pairs who chose each other,
 * and nothing of anybody else. Goes over all sheets the same way, whatever they say.
 */
export async function closeSheets(tx: Tx, actor: Actor | null, event: SocialEvent): Promise<Closing> {
  await lockForClosing(tx, event.id)
  const before = await findClosing(tx, event.id)
  if (before !== undefined) return before
  const sheets = await openSheets(tx, event.id)
  const people = new Map((await participants(tx, event.id)).map((each) => [each.badgeNo, each.personId]))
  const personIds = [...people.values()]
  const out = await refusals(tx, { personIds })
  const apart = new Set((await keptApart(tx, personIds)).map(([one, other]) => pairKey(one, other)))
  const pairs = mutualBadges(sheets)
    .map(([one, other]) => [people.get(one)!, people.get(other)!] as const)
    .filter(([one, other]) => !out.has(one) && !out.has(other) && !apart.has(pairKey(one, other)))
  const interests = await becomeMutual(
    tx,
    pairs.map((persons) => ({
      persons,
      organisationId: event.organisationId,
      occasion: { eventId: event.id },
      matchmakerId: null,
    })),
  )
  await planFollowUps(tx, interests)
  await forgetPaper(tx, event.id)
  await insertClosing(tx, {
    eventId: event.id,
    sheets: sheets.length,
    pairs: pairs.length,
    closedBy: actor?.appointment?.id ?? null,
  })
  await tellResults(tx, event.id)
  await audit(tx, actor, 'matchmaking.choices_closed', {
    kind: 'event',
    id: event.id,
    organisationId: event.organisationId,
    params: { sheets: sheets.length },
  })
  return (await findClosing(tx, event.id))!
}

/** The number of pairs where it may be shown in a hall; null where it is so small that it would tell of persons. */
export async function shownPairs(tx: Tx, today: string, pairs: number): Promise<number | null> {
  return satisfies(pairs, await ruleFor<number>(tx, 'matchmaking.pairs_shown_from', today)) ? pairs : null
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
