import type { SeatingPlan, SeatingRound } from '#contract/events-seating.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { EventKinds } from '../../office/kinds.ts'
import { mustReachEvent } from '../../scope.ts'
import { findEvent } from '../../store.ts'
import { whoCanSit } from '../make-plan.ts'
import { attendees, type Attendee } from './present.ts'
import { roundsOf, seatsOf, type RoundRow, type SeatRow } from './seats.ts'

/** The rounds of an event by badge numbers, who is there, and who is not planned for yet. */
export async function seatingPlan(
  tx: Tx,
  actor: Actor,
  input: { eventId: string; kinds: EventKinds },
): Promise<SeatingPlan> {
  const event = await findEvent(tx, input.eventId)
  await mustReachEvent(tx, { actor, permission: 'events.run' }, event)
  const everybody = await attendees(tx, event.id)
  const present = await whoCanSit(tx, { event, kind: input.kinds.kindOf(event.kind) })
  const rounds = await roundsOf(tx, event.id)
  const seats = Map.groupBy(await seatsOf(tx, event.id), (seat) => seat.roundNo)
  const next = rounds.find((round) => round.releasedAt === null)
  const planned = next === undefined ? null : (seats.get(next.roundNo) ?? [])
  const rule = await ruleFor<number>(tx, 'events.table_seats', actor.today)
  return {
    seating: event.seating as SeatingPlan['seating'],
    rounds: event.rounds,
    roundMinutes: event.roundMinutes,
    twoPart: event.twoPart,
    seatsPerTable: rule.value,
    men: present.filter((each) => each.sex === 'male').length,
    women: present.filter((each) => each.sex === 'female').length,
    newcomers: planned === null ? [] : notPlanned(present, planned),
    left: everybody.filter((each) => each.left).map((each) => each.badgeNo),
    plan: rounds.map((round) => shown(round, seats.get(round.roundNo) ?? [])),
    nextRound: next?.roundNo ?? null,
    can: { run: event.state === 'published' && event.seating !== 'none' },
  }
}

/** Whether the next round was planned for other people than those who are there now. */
export async function isOutdated(tx: Tx, eventId: string, present: readonly Attendee[]): Promise<boolean> {
  const next = (await roundsOf(tx, eventId)).find((round) => round.releasedAt === null)
  const planned = (await seatsOf(tx, eventId)).filter((seat) => seat.roundNo === next?.roundNo)
  return planned.length !== present.length || notPlanned(present, planned).length > 0
}

function notPlanned(present: readonly Attendee[], planned: readonly SeatRow[]): number[] {
  const ids = new Set(planned.map((seat) => seat.registrationId))
  return present.filter((each) => !ids.has(each.registrationId)).map((each) => each.badgeNo)
}

function shown(round: RoundRow, seats: readonly SeatRow[]): SeatingRound {
  const tables = Map.groupBy(
    seats.filter((seat) => seat.tableNo !== null),
    (seat) => seat.tableNo!,
  )
  return {
    roundNo: round.roundNo,
    part: round.part,
    plannedAt: round.plannedAt.toISOString(),
    releasedAt: round.releasedAt?.toISOString() ?? null,
    endsAt: round.endsAt?.toISOString() ?? null,
    tables: [...tables].map(([tableNo, people]) => ({
      tableNo,
      seats: people.map(({ seat, badgeNo }) => ({ seat: seat!, badgeNo })),
    })),
    out: seats.filter((seat) => seat.tableNo === null).map((seat) => seat.badgeNo),
    unseated: round.unseated,
  }
}
