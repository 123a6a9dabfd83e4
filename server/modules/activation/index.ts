export { sendInvitation } from './send-invitation.ts'
export { giveSlips } from './write-slips.ts'
