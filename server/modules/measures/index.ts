export { groupsOf, rowsBehind, type Question } from './queries/rows-behind.ts'
