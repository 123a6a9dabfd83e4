import { Type, type Static } from 'typebox'
import { DateOnly, Instant, Nullable, operation } from './operation.ts'

/** One kind of thing, how long it is kept and why, and what the next run would remove. `removes` is false for what the product never deletes. */
export const RetentionRule = Type.Object({
  key: Type.String(),
  days: Type.Integer(),
  source: Type.String(),
  removes: Type.Boolean(),
  beforeDay: DateOnly,
  due: Nullable(
    Type.Integer({ description: 'how many rows the next run would remove; null where nothing is removed' }),
  ),
  lastRemoved: Nullable(Type.Integer()),
})
export type RetentionRule = Static<typeof RetentionRule>

export const Retention = Type.Object({
  rules: Type.Array(RetentionRule),
  lastRunAt: Nullable(Instant),
})
export type Retention = Static<typeof Retention>

export const operations = {
  getRetention: operation({
    method: 'GET',
    path: '/privacy/retention',
    summary: 'How long things are kept and why, what the next run would remove, and what the last one did',
    output: Retention,
  }),
}
