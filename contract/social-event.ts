import { Type, type Static } from 'typebox'
import { Instant } from './operation.ts'

/** What only a social match event has: how many one may choose, whether meetings may be scored, until when choices are open. */
export const SocialOptions = Type.Object({
  choiceLimit: Type.Integer({ minimum: 1, maximum: 30 }),
  takesScores: Type.Boolean(),
  choicesCloseAt: Instant,
})
export type SocialOptions = Static<typeof SocialOptions>
