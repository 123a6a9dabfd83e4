export { findEvent, lockEvent, type EventRow } from './store.ts'
export { phaseOf, type EventPhase } from './rules.ts'
