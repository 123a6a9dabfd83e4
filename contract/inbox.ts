import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** What waits for the officers of an organisation. `kind` and `params` make its sentence. */
export const InboxTask = Type.Object({
  id: Id,
  kind: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  subjectId: Nullable(Id),
  params: Type.Record(Type.String(), Type.Unknown()),
  dueOn: Nullable(DateOnly),
  createdAt: Instant,
  units: Type.Integer({
    description:
      'how many units below are asked the same about the same; more than 1: one line for all of them',
  }),
  outcome: Nullable(Type.String({ description: 'done, dismissed or overtaken; null while open' })),
})
export type InboxTask = Static<typeof InboxTask>

export const operations = {
  listInboxTasks: operation({
    method: 'GET',
    path: '/inbox/tasks',
    summary: 'Tasks for the appointment in use, the most urgent first',
    query: Type.Object({
      state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('ended')])),
      kind: Type.Optional(Type.String({ maxLength: 100 })),
      ...PageQuery,
    }),
    output: PageOf(InboxTask),
  }),
  endInboxTask: operation({
    method: 'POST',
    path: '/inbox/tasks/:taskId/ending',
    summary: 'Mark a task done or dismiss it',
    params: Type.Object({ taskId: Id }),
    body: Type.Object({ outcome: Type.Union([Type.Literal('done'), Type.Literal('dismissed')]) }),
    output: Nothing,
  }),
}
