import { operations } from '#contract/events-seating.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import type { EventKinds } from '../office/kinds.ts'
import { leaveOwnSeating, leaveSeating, returnToSeating } from './commands/leave-seating.ts'
import { planRounds, releaseRound } from './commands/plan-rounds.ts'
import { listOwnRounds } from './queries/own-rounds.ts'
import { seatingPlan } from './queries/seating-plan.ts'

/** Who sits where, for whoever runs the event and for those who sit. */
export function seatingRoutes(kinds: EventKinds): readonly Route[] {
  return [
    route('planRounds', operations.planRounds, 'events.run', (tx, actor, input) =>
      planRounds(tx, actor, { ...input, kinds }),
    ),
    route('listRounds', operations.listRounds, 'events.run', (tx, actor, input) =>
      seatingPlan(tx, actor, { ...input, kinds }),
    ),
    route('releaseRound', operations.releaseRound, 'events.run', (tx, actor, input) =>
      releaseRound(tx, actor, { ...input, kinds }),
    ),
    route('leaveSeating', operations.leaveSeating, 'events.run', (tx, actor, input) =>
      leaveSeating(tx, actor, { ...input, kinds }),
    ),
    route('returnToSeating', operations.returnToSeating, 'events.run', (tx, actor, input) =>
      returnToSeating(tx, actor, { ...input, kinds }),
    ),
    route('listOwnRounds', operations.listOwnRounds, 'own.read', listOwnRounds),
    route('leaveOwnSeating', operations.leaveOwnSeating, 'own.write', leaveOwnSeating),
  ]
}
