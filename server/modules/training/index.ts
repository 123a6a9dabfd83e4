export { gatesOf, type TrainingGates } from './gates.ts'
export { trainingRecords } from './attendance.ts'
