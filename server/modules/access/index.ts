export { may, reaches, scopeOf, type Place, type Scope } from './rules.ts'
export { appoint } from './commands/appoint.ts'
export { canReach, inScope, mustHave, mustReach, placeOf } from './scope.ts'
export { appointmentsOf, loadActor } from './queries/actor.ts'
