export { checkCode, requestCode, type CodeHolder, type CodeOutcome } from './codes.ts'
export { countToday } from './daily-counts.ts'
export { codePolicy } from './rules.ts'
export { sendMessage, type NewMessage } from './send-message.ts'
