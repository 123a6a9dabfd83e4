import type { EventKind } from '#server/platform/event-kind.ts'
import { refusals } from './entry/refusals.ts'

/** Social match events 联谊活动. */
export const socialKind: EventKind = {
  kind: 'social',
  refusals,
  keptApart: () => Promise.resolve([]),
  levels: () => Promise.resolve(new Map()),
  ended: () => Promise.resolve(),
}
