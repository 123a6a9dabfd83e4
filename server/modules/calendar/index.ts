export { monthAfter, weekdayOfMonth } from './rules.ts'
