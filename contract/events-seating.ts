import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation } from './operation.ts'

const BadgeNo = Type.Integer({ minimum: 1, description: 'what somebody wears at the event' })

/** One round: who sits where, by badge number. `endsAt` once it was released. */
export const SeatingRound = Type.Object({
  roundNo: Type.Integer(),
  part: Type.Union([Type.Literal(1), Type.Literal(2)]),
  plannedAt: Instant,
  releasedAt: Nullable(Instant),
  endsAt: Nullable(Instant),
  tables: Type.Array(
    Type.Object({
      tableNo: Type.Integer(),
      seats: Type.Array(Type.Object({ seat: Type.Integer(), badgeNo: BadgeNo })),
    }),
  ),
  out: Type.Array(BadgeNo, { description: 'who sits this round out' }),
  unseated: Type.Integer({ description: 'of them, for whom there is nobody left whom they may meet' }),
})
export type SeatingRound = Static<typeof SeatingRound>

/** What the console shows of the rounds of an event. */
export const SeatingPlan = Type.Object({
  seating: Type.Union([Type.Literal('none'), Type.Literal('pairs'), Type.Literal('tables')]),
  rounds: Type.Integer({ description: 'as the event wants them' }),
  roundMinutes: Type.Integer(),
  twoPart: Type.Boolean(),
  seatsPerTable: Type.Integer({ description: 'at most, unless the officer says otherwise' }),
  men: Type.Integer({ description: 'present now' }),
  women: Type.Integer(),
  newcomers: Type.Array(BadgeNo, { description: 'present, and not in the coming rounds yet' }),
  left: Type.Array(BadgeNo, { description: 'went home before the end' }),
  plan: Type.Array(SeatingRound),
  nextRound: Nullable(
    Type.Integer({ description: 'that can be released; null: plan first, or all are over' }),
  ),
  can: Type.Object({ run: Type.Boolean() }),
})
export type SeatingPlan = Static<typeof SeatingPlan>

/** Where one sits and opposite whom. `tableNo` null: one sits this round out. */
export const OwnRound = Type.Object({
  roundNo: Type.Integer(),
  tableNo: Nullable(Type.Integer()),
  seat: Nullable(Type.Integer()),
  others: Type.Array(BadgeNo),
  releasedAt: Instant,
  endsAt: Instant,
})
export type OwnRound = Static<typeof OwnRound>

const oneEvent = Type.Object({ eventId: Id })
const aBadge = Type.Object({ badgeNo: BadgeNo })

/** Who sits where: rounds of one to one and tables. */
export const operations = {
  planRounds: operation({
    method: 'POST',
    path: '/events/:eventId/rounds',
    summary: 'Plan the coming rounds anew from who is there now; released rounds stay',
    params: oneEvent,
    body: Type.Object({ seatsPerTable: Type.Optional(Type.Integer({ minimum: 2, maximum: 20 })) }),
    output: SeatingPlan,
  }),
  listRounds: operation({
    method: 'GET',
    path: '/events/:eventId/rounds',
    summary: 'The rounds of an event, who is there and who is not planned yet',
    params: oneEvent,
    output: SeatingPlan,
  }),
  releaseRound: operation({
    method: 'POST',
    path: '/events/:eventId/rounds/:roundNo/release',
    summary: 'Begin the next round: everybody sees the seat. Who came or went since is planned for first',
    params: Type.Object({ eventId: Id, roundNo: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({}),
    output: SeatingPlan,
  }),
  leaveSeating: operation({
    method: 'POST',
    path: '/events/:eventId/leavings',
    summary: 'Somebody goes home before the end: coming rounds do without them',
    params: oneEvent,
    body: aBadge,
    output: SeatingPlan,
  }),
  returnToSeating: operation({
    method: 'POST',
    path: '/events/:eventId/returns',
    summary: 'Somebody who went home is back',
    params: oneEvent,
    body: aBadge,
    output: SeatingPlan,
  }),
  listOwnRounds: operation({
    method: 'GET',
    path: '/me/events/:eventId/rounds',
    summary: 'Where one sits and opposite whom, in the rounds that have begun',
    params: oneEvent,
    output: Type.Object({
      title: Type.String(),
      badgeNo: Nullable(BadgeNo),
      present: Type.Boolean({ description: 'checked in and not gone home' }),
      left: Type.Boolean(),
      rounds: Type.Array(OwnRound),
      now: Instant,
    }),
  }),
  leaveOwnSeating: operation({
    method: 'POST',
    path: '/me/events/:eventId/leaving',
    summary: 'Go home before the end',
    params: oneEvent,
    body: Type.Object({}),
    output: Nothing,
  }),
}
