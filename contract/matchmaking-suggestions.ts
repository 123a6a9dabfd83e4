import { Type, type Static } from 'typebox'
import { ProfileCard } from './matchmaking-entry.ts'
import { DateOnly, Id, Instant, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Somebody of this week's list. Answered like an introduction; nothing tells of the other's answer. Never a score. */
export const Suggestion = Type.Object({
  introductionId: Id,
  nickname: Type.String(),
  card: ProfileCard,
  answer: Nullable(oneOf(['yes', 'no'])),
  answerUntil: Instant,
  why: Type.Object({
    sameDistrict: Type.Boolean(),
    hobbies: Type.Array(Type.String(), { description: 'that both named' }),
  }),
})
export type Suggestion = Static<typeof Suggestion>

/** How evenly one side was shown in a week; null where there are too few people to say so. */
const SideExposure = Type.Object({
  people: Type.Integer(),
  withPartners: Type.Integer({ description: 'of whom there are enough possible partners to fill a list' }),
  neverShown: Type.Integer(),
  gini: Type.Number(),
  least: Type.Integer(),
  most: Type.Integer(),
})

export const WeekExposure = Type.Object({
  weekOn: DateOnly,
  madeAt: Instant,
  most: Type.Integer({ description: 'suggestions for one person at most' }),
  pairs: Nullable(Type.Integer()),
  learnt: Type.Boolean({ description: 'ordered by what own events taught; otherwise all alike' }),
  men: Nullable(SideExposure),
  women: Nullable(SideExposure),
})
export type WeekExposure = Static<typeof WeekExposure>

/** Weekly suggestions, for both sides, and how evenly people are shown. */
export const operations = {
  listSuggestions: operation({
    method: 'GET',
    path: '/me/suggestions',
    summary: 'Whom I am suggested to meet this week: a few, and no more however often one asks',
    output: Type.Object({
      on: Type.Boolean({ description: 'whether I want suggestions' }),
      weekOn: DateOnly,
      items: Type.Array(Suggestion),
    }),
  }),
  listSuggestionWeeks: operation({
    method: 'GET',
    path: '/matchmaking/suggestion-weeks',
    summary: 'How evenly people were shown, week by week; nobody is named',
    output: Type.Object({ items: Type.Array(WeekExposure) }),
  }),
}
