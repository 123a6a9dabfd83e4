import { Type, type Static } from 'typebox'
import { FollowUpAnswer, FollowUpStage } from './matchmaking-desk.ts'
import { ProfileCard } from './matchmaking-entry.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Somebody a matchmaker proposes to me. My own answer is mine to see; nothing tells of the other's. */
export const OwnIntroduction = Type.Object({
  introductionId: Id,
  state: oneOf(['open', 'mutual', 'none']),
  proposedAt: Instant,
  answerUntil: Instant,
  answer: Nullable(oneOf(['yes', 'no'])),
  nickname: Nullable(Type.String()),
  card: Nullable(ProfileCard),
})
export type OwnIntroduction = Static<typeof OwnIntroduction>

/** Somebody asks me how it goes with one of my pairs. */
export const OwnFollowUp = Type.Object({
  followUpId: Id,
  stage: FollowUpStage,
  nickname: Nullable(Type.String()),
  askedOn: DateOnly,
  answer: Nullable(FollowUpAnswer),
})
export type OwnFollowUp = Static<typeof OwnFollowUp>

/** Who looks after me. */
export const OwnMatchmaker = Type.Object({
  matchmaker: Nullable(
    Type.Object({ name: Type.String(), organisationName: Type.String(), since: DateOnly }),
  ),
  wishedAt: Nullable(Instant),
  meetings: Type.Boolean({ description: 'my card may be shown at matchmakers’ meetings' }),
  can: Type.Object({ wish: Type.Boolean(), takeBack: Type.Boolean() }),
})
export type OwnMatchmaker = Static<typeof OwnMatchmaker>

/** What a worker sees of the matchmakers' desk. */
export const operations = {
  listOwnIntroductions: operation({
    method: 'GET',
    path: '/me/introductions',
    summary: 'Introductions that wait for me, and those that ended lately',
    output: Type.Object({ items: Type.Array(OwnIntroduction) }),
  }),
  answerIntroduction: operation({
    method: 'POST',
    path: '/me/introductions/:introductionId/answer',
    summary:
      'Would I like to meet them? May be changed until it has ended; the other never learns it unless both say yes',
    params: Type.Object({ introductionId: Id }),
    body: Type.Object({ answer: oneOf(['yes', 'no']) }),
    output: Type.Object({ introductionId: Id, answerUntil: Instant }),
  }),
  getOwnMatchmaker: operation({
    method: 'GET',
    path: '/me/matchmaker',
    summary: 'Who looks after me, and whether I wished for another',
    output: OwnMatchmaker,
  }),
  wishForMatchmaker: operation({
    method: 'POST',
    path: '/me/matchmaker/wish',
    summary: 'Wish for a matchmaker, or for another one; no reason is asked',
    output: Nothing,
  }),
  takeBackWish: operation({
    method: 'POST',
    path: '/me/matchmaker/wish/ending',
    summary: 'Take the wish back',
    output: Nothing,
  }),
  listOwnFollowUps: operation({
    method: 'GET',
    path: '/me/follow-ups',
    summary: 'How does it go? Answering is up to me',
    output: Type.Object({ items: Type.Array(OwnFollowUp) }),
  }),
  answerFollowUp: operation({
    method: 'POST',
    path: '/me/follow-ups/:followUpId/answer',
    summary: 'Say how it goes, or that one would rather not',
    params: Type.Object({ followUpId: Id }),
    body: Type.Object({ answer: FollowUpAnswer }),
    output: Nothing,
  }),
}
