import { Type, type Static } from 'typebox'
import { Id } from './operation.ts'

/** Where the numbers of the rule come from. */
export const RuleSource = Type.Object({
  key: Type.String(),
  version: Id,
  value: Type.Unknown(),
  operator: Type.String(),
  source: Type.String(),
})
export type RuleSource = Static<typeof RuleSource>
