import { Type, type Static } from 'typebox'
import { DateOnly, Id, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/** From a registration to a marriage, in the order people go. */
export const funnelSteps = [
  'registered',
  'admitted',
  'attended',
  'sheets',
  'mutual',
  'released',
  'couple',
  'married',
] as const
const FunnelStep = oneOf(funnelSteps)

/** A share with the bounds it lies between at 95 % (Wilson): where few people came, they are far apart. */
const Share = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() })

/**
 * How many go on from each step. All steps count person-times at events that are closed: somebody at two events counts twice. Counts are null
 * where they are too small to be told to whoever may not open the rows, and rounded down to multiples of the smallest one that is told.
 */
export const MatchmakingFunnel = Type.Object({
  steps: Type.Array(
    Type.Object({
      step: FunnelStep,
      count: Nullable(Type.Integer()),
      ofBefore: Nullable(Share),
      ofAttended: Nullable(Share),
    }),
  ),
  participants: Nullable(Type.Integer({ description: 'persons who came to at least one event' })),
  withoutMutual: Nullable(Type.Integer({ description: 'of these, whose interest was never mutual' })),
})
export type MatchmakingFunnel = Static<typeof MatchmakingFunnel>

export const operations = {
  getMatchmakingFunnel: operation({
    method: 'GET',
    path: '/matchmaking/funnel',
    summary:
      'How many go on from registration to marriage, of the events of an organisation and everything it leads',
    query: Type.Object({
      organisationId: Type.Optional(Id),
      from: Type.Optional(DateOnly),
      to: Type.Optional(DateOnly),
    }),
    output: MatchmakingFunnel,
  }),
}
