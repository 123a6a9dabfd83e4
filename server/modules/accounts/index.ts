export { authenticator, type TurnDay } from './authenticate.ts'
export { hashPassword } from './passwords.ts'
export { passwordMinLength } from './rules.ts'
export { insertAccount } from './store.ts'
