export { gatesOf, type TrainingGates } from './gates.ts'
export { askForInduction, dropInductionTask } from './induction-task.ts'
export { attendancesOf, trainingRecords } from './attendance.ts'
export { issueCertificates } from './certificates/issue.ts'
