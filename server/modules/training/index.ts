export { gatesOf, type TrainingGates } from './gates.ts'
export { askForInduction, dropInductionTask } from './induction-task.ts'
export { trainingRecords } from './attendance.ts'
export { issueCertificates } from './certificates/issue.ts'
