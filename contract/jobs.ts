import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, operation } from './operation.ts'

/** Long work that goes on in the background: where it is, and what came of it. */
export const Job = Type.Object({
  id: Id,
  kind: Type.String(),
  state: Type.String({ description: 'waiting, running, done or failed' }),
  progress: Type.Object({
    step: Nullable(Type.String()),
    done: Type.Integer(),
    total: Nullable(Type.Integer()),
  }),
  result: Nullable(Type.Record(Type.String(), Type.Unknown())),
  errorCode: Nullable(Type.String()),
  createdAt: Instant,
  endedAt: Nullable(Instant),
})
export type Job = Static<typeof Job>

/** Jobs one has started oneself. Server-sent events of the same are at `/api/v1/events`. */
export const operations = {
  getJob: operation({
    method: 'GET',
    path: '/jobs/:jobId',
    summary: 'State and progress of a job one has started',
    params: Type.Object({ jobId: Id }),
    output: Job,
  }),
  streamEvents: operation({
    method: 'GET',
    path: '/events',
    summary: 'Server-sent events: each change of a job one has started, as event “job”',
    query: Type.Object({ seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 300 })) }),
    output: Job,
  }),
  listOwnJobs: operation({
    method: 'GET',
    path: '/jobs',
    summary: 'The latest jobs one has started',
    output: Type.Object({ items: Type.Array(Job) }),
  }),
}
