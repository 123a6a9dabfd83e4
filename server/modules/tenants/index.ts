export { demoJobKind } from './queries/demo-logins.ts'
export { demoPassword } from './rules.ts'
