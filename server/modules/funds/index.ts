export { claimAll, lockBudget } from './claims/claim-all.ts'
export { taxCategory, taxed } from './claims/tax.ts'
export { type NewClaim } from './claims/store.ts'
export { traceOfClaim, type ClaimTrace } from './payments/queries/trace.ts'
