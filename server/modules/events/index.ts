export { findEvent, lockEvent, type EventRow } from './store.ts'
export { phaseOf, type EventPhase } from './rules.ts'
export { canReachEvent, eventScope, mustReachEvent } from './scope.ts'
