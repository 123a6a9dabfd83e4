import { Type, type Static } from 'typebox'
import { Grade } from './assessments-schemes.ts'
import { AssessmentState } from './assessments.ts'
import { BallotState } from './ballots-shapes.ts'
import { DateOnly, Id, Nullable } from './operation.ts'
import { venueStates } from './venues.ts'

/** An election of the union that covers an organisation. */
const StoryElection = Type.Object({ id: Id, title: Type.String(), state: BallotState, on: DateOnly })
export type StoryElection = Static<typeof StoryElection>

/** A month’s stipend for a post there; unpaid also where the bank returned it. */
const StoryStipend = Type.Object({
  id: Id,
  name: Type.String(),
  period: Type.String({ description: 'YYYY-MM' }),
  amountFen: Type.Integer({ description: 'net' }),
  state: Type.Enum(['paid', 'unpaid']),
})
export type StoryStipend = Static<typeof StoryStipend>

/** What the engines know of an organisation and its union; null: not for the eyes of whoever asks. */
export const EngineRecords = Type.Object({
  elections: Nullable(Type.Array(StoryElection)),
  training: Nullable(
    Type.Array(
      Type.Object({
        name: Type.String(),
        sessions: Type.Integer(),
        classHours: Type.Integer(),
        lastOn: Nullable(DateOnly),
      }),
    ),
  ),
  assessments: Nullable(
    Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        period: Type.String(),
        state: AssessmentState,
        grade: Nullable(Grade),
      }),
    ),
  ),
  stipends: Nullable(Type.Array(StoryStipend)),
  venues: Nullable(
    Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        state: Type.Enum([...venueStates]),
        met: Type.Integer(),
        needed: Type.Integer(),
      }),
    ),
  ),
})
export type EngineRecords = Static<typeof EngineRecords>
