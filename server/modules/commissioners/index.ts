export { candidacyObstacles } from './candidacy/obstacles.ts'
