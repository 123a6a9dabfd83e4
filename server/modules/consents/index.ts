export { mustConsent } from './policy.ts'
export { ownPurposes } from './queries/own-privacy.ts'
export { giveConsent, withdrawConsent } from './commands/consent.ts'
export { acknowledgeNotice } from './commands/notice.ts'
