export { verifyChains } from './queries/verification.ts'
