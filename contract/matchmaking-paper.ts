import { Type, type Static } from 'typebox'
import { Choice, Choices } from './matchmaking-choices.ts'
import { Id, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/**
 * A card of paper by its number. `none`: nothing keyed in; `once`: one person has; `differs`: two have, and not the same; `handed_in`: there is a
 * sheet, from paper or from a phone.
 */
export const PaperCardState = oneOf(['none', 'once', 'differs', 'handed_in'])
export type PaperCardState = Static<typeof PaperCardState>

/** One card in the list of whoever keys in: how far it is, never what it says. */
export const PaperCard = Type.Object({
  badgeNo: Type.Integer(),
  state: PaperCardState,
  mine: Type.Boolean({ description: 'keyed in by whoever asks' }),
})
export type PaperCard = Static<typeof PaperCard>

/** What two people read differently on one card; null: not marked. */
export const PaperDifference = Type.Object({
  badgeNo: Type.Integer(),
  mine: Type.Union([Choice, Type.Null()]),
  theirs: Type.Union([Choice, Type.Null()]),
})
export type PaperDifference = Static<typeof PaperDifference>

/** A card that was opened to settle it: all that whoever asks had keyed in, and where the other read something else. */
export const OpenedPaperCard = Type.Object({ mine: Choices, differences: Type.Array(PaperDifference) })
export type OpenedPaperCard = Static<typeof OpenedPaperCard>

const ofEvent = Type.Object({ eventId: Id })
const ofCard = Type.Object({ eventId: Id, badge: Type.String({ pattern: '^[1-9][0-9]{0,4}$' }) })
const State = Type.Object({ state: PaperCardState })

/** Choices on paper, keyed in by two people independently; they alone see them. */
export const operations = {
  listPaperCards: operation({
    method: 'GET',
    path: '/events/:eventId/paper-cards',
    summary: 'How far the cards of an event are keyed in, by badge number',
    params: ofEvent,
    output: Type.Object({ limit: Type.Integer(), takesScores: Type.Boolean(), items: Type.Array(PaperCard) }),
  }),
  keyPaperCard: operation({
    method: 'PUT',
    path: '/events/:eventId/paper-cards/:badge',
    summary: 'Key in a card; it counts once a second person has keyed in the same',
    params: ofCard,
    body: Type.Object({ choices: Choices }),
    output: State,
  }),
  openPaperCard: operation({
    method: 'POST',
    path: '/events/:eventId/paper-cards/:badge/opening',
    summary: 'Look at a card two people have read differently: for these two alone, and logged',
    params: ofCard,
    body: Type.Object({}),
    output: OpenedPaperCard,
  }),
  settlePaperCard: operation({
    method: 'POST',
    path: '/events/:eventId/paper-cards/:badge/settlement',
    summary: 'Say how a card is to be read where two people differ, with the card in hand',
    params: ofCard,
    body: Type.Object({ choices: Choices }),
    output: State,
  }),
}
