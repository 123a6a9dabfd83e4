import { yearsAfter } from '#tools/generate/days.ts'
import { shareOut } from '#tools/generate/organisations.ts'
import type { Draft } from '../draft.ts'
import type { PersonNumber } from '../shapes.ts'
import type { UnionBlock } from './register.ts'
import type { Sizes } from './sizes.ts'

/** A single who takes part: known before anybody is made, because the history needs them and the people must fit it. */
export interface Single {
  number: PersonNumber
  sex: 'female' | 'male'
  birthDay: number
  /** When the membership and the employment began. */
  joinedDay: number
  /** When they asked to take part: consent, declaration, attestation. */
  entryDay: number
  block: UnionBlock
}

/** Chair, the three who sign in or look after others, and room for the plain members. */
const FIRST_SINGLE = 5
/** Marriage age (J1, Civil Code 1047). */
const MARRIAGE_AGE = { male: 22, female: 20 }

/** Somebody the demo shows, who takes part besides those that are drawn. */
export interface ShownSingle {
  number: PersonNumber
  sex: Single['sex']
  block: UnionBlock
  /** How many days ago they entered. */
  daysAgo: number
}

/** A single of thirty who was a member before the history began. */
export function shownSingle(draft: Draft, { number, sex, block, daysAgo }: ShownSingle): Single {
  const joinedDay = Math.max(block.startDay, yearsAfter(draft.today, -7))
  return {
    number,
    sex,
    birthDay: yearsAfter(draft.today, -30) - 40 - (number % 200),
    joinedDay,
    entryDay: draft.today - daysAgo,
    block,
  }
}

/** Singles of each union by its size, about as many of each sex, spread over five years by the day they entered. */
export function planSingles(draft: Draft, blocks: readonly UnionBlock[], sizes: Sizes): Single[] {
  const random = draft.random('singles')
  const room = blocks.map((block) => Math.max(0, block.members - FIRST_SINGLE - 1))
  const counts = shareOut(sizes.singles, room).map((count, at) => Math.min(count, room[at]!))
  const singles = blocks.flatMap((block, at) =>
    Array.from({ length: counts[at]! }, (_, turn): Single => {
      const sex = random.chance(0.51) ? 'female' : 'male'
      const entryDay = entryDayOf(draft, random.unit())
      const age = MARRIAGE_AGE[sex] + 1 + (random.unit() + random.unit() * random.unit()) * 9
      const birthDay = Math.floor(entryDay - age * 365.2425)
      const earliest = Math.max(block.startDay, yearsAfter(birthDay, 18) + 30)
      const joinedDay = random.between(earliest, Math.max(earliest, entryDay - 30))
      return { number: block.first + FIRST_SINGLE + turn, sex, birthDay, joinedDay, entryDay, block }
    }),
  )
  return singles
}

/** A third had entered before the five years began to be told; the others came evenly since, the last some weeks ago. */
function entryDayOf(draft: Draft, draw: number): number {
  const begin = yearsAfter(draft.today, -5) - 120
  const span = draft.today - 20 - begin
  return draw < 0.3
    ? begin + Math.floor(draw * 100)
    : begin + 30 + Math.floor(((draw - 0.3) / 0.7) * (span - 30))
}
