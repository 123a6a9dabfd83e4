export { ruleFor, satisfies } from './rule.ts'
