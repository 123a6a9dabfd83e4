export { inFederation } from './federation.ts'
export { cacheSeconds } from './rules.ts'
