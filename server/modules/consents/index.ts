export { mustConsent } from './policy.ts'
export { ownPurposes } from './queries/own-privacy.ts'
