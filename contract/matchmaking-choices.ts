import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

const Badge = Type.Integer({ minimum: 1, maximum: 65535 })

/** What somebody marked about one person they met: whether they would meet again, and a private score. */
export const Choice = Type.Object({
  badgeNo: Badge,
  yes: Type.Boolean(),
  score: Nullable(Type.Integer({ minimum: 1, maximum: 5 })),
})
export type Choice = Static<typeof Choice>

/** A sheet as it is handed in: also an empty one is one. */
export const Choices = Type.Array(Choice, { maxItems: 300 })

/** Somebody who is at the event, as the others see them. `fixed`: marked in the first part, and no more to be changed. */
export const ChoicePerson = Type.Object({
  badgeNo: Badge,
  nickname: Nullable(Type.String({ description: 'null: shown by number alone' })),
  met: Type.Boolean({ description: 'sat together in a round' }),
  yes: Type.Boolean(),
  score: Nullable(Type.Integer()),
  fixed: Type.Boolean(),
})
export type ChoicePerson = Static<typeof ChoicePerson>

/** `waiting`: not checked in yet; `open`; `closed`: results are there. */
export const ChoiceState = oneOf(['waiting', 'open', 'closed'])
export type ChoiceState = Static<typeof ChoiceState>

/** One's own sheet: nobody else ever reads it. */
export const OwnChoices = Type.Object({
  eventId: Id,
  title: Type.String(),
  state: ChoiceState,
  closesAt: Instant,
  limit: Type.Integer(),
  takesScores: Type.Boolean(),
  ownBadgeNo: Nullable(Badge),
  handedIn: Type.Boolean(),
  people: Type.Array(ChoicePerson),
})
export type OwnChoices = Static<typeof OwnChoices>

/** Numbers of an event's sheets. Never who chose whom. `pairs` is null before the closing, and where there are too few to be shown. */
export const ChoiceCounts = Type.Object({
  present: Type.Integer(),
  sheets: Type.Integer({ description: 'handed in, empty ones too' }),
  closesAt: Instant,
  closedAt: Nullable(Instant),
  pairs: Nullable(Type.Integer()),
  paperOpen: Type.Integer({ description: 'cards of paper that are keyed in by one person, or differ' }),
  can: Type.Object({ close: Type.Boolean(), keyPaper: Type.Boolean() }),
})
export type ChoiceCounts = Static<typeof ChoiceCounts>

/** How the choices of an event were closed. */
export const ChoiceClosing = Type.Object({
  closedAt: Instant,
  sheets: Type.Integer(),
  pairs: Nullable(Type.Integer({ description: 'null where there are too few to be shown' })),
})
export type ChoiceClosing = Static<typeof ChoiceClosing>

const ofEvent = Type.Object({ eventId: Id })

/** Choices after meeting: sealed sheets, their closing. */
export const operations = {
  getOwnChoices: operation({
    method: 'GET',
    path: '/me/events/:eventId/choices',
    summary: 'One’s own sheet of an event, and whom one may mark',
    params: ofEvent,
    output: OwnChoices,
  }),
  recordChoices: operation({
    method: 'PUT',
    path: '/me/events/:eventId/choices',
    summary: 'Hand in one’s sheet, sealed; it replaces the one before until the choices close',
    params: ofEvent,
    body: Type.Object({ choices: Choices }),
    output: Nothing,
  }),
  getChoiceCounts: operation({
    method: 'GET',
    path: '/events/:eventId/choices',
    summary: 'How many sheets have been handed in; never whom they name',
    params: ofEvent,
    output: ChoiceCounts,
  }),
  closeChoices: operation({
    method: 'POST',
    path: '/events/:eventId/choice-closing',
    summary: 'Close the choices of an event: whoever chose each other learns of it, nobody else',
    params: ofEvent,
    body: Nothing,
    output: ChoiceClosing,
  }),
}
