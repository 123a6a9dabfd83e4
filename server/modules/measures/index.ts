export { groupsOf, rowsBehind, type Question } from './queries/rows-behind.ts'
export { measureQueries } from './queries/answer.ts'
export { hideIn, roundedDown } from './protection.ts'
