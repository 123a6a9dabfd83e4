export { gradesOf, type FinalGrade } from './grades-of.ts'
