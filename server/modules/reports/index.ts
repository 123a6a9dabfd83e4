export { checkSeals } from './seals/verification/check-seals.ts'
