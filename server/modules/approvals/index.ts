export { withdrawApproval } from './commands/decide-approval.ts'
export { resubmitApproval, submitApproval, type NewApproval } from './commands/submit-approval.ts'
export { actsOf, approvalsAskedBy } from './queries/approvals.ts'
export { openApprovalsAmong } from './queries/open-approvals.ts'
