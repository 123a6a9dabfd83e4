export { isOpenOn, standingAt } from './register/standing.ts'
export { venueRows } from './register/queries/list-venues.ts'
