import { meetingLevels } from '#server/modules/events/index.ts'
import type { EventKind } from '#server/platform/event-kind.ts'
import { endChoices } from './choices/commands/end-choices.ts'
import { hallFigures } from './choices/queries/choice-counts.ts'
import { saidInPartOne } from './choices/queries/said-in-part-one.ts'
import { refusals } from './entry/refusals.ts'
import { keptApart } from './kept-apart.ts'
import { socialOptions } from './social/options.ts'

/** Social match events 联谊活动. */
export const socialKind: EventKind = {
  kind: 'social',
  options: socialOptions,
  refusals,
  keptApart,
  levels: async (tx, eventId) => meetingLevels(await saidInPartOne(tx, eventId)),
  hallFigures,
  ended: endChoices,
}
