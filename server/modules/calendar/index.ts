export { monthAfter, weekdayOfMonth } from './rules.ts'
export { workingDaysAfter } from './working-days.ts'
