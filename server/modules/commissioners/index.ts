export { candidacyObstacles } from './candidacy/obstacles.ts'
export { commissionerSubject } from './assessment/subject.ts'
