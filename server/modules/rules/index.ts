export { ruleFor, ruleOfAll, satisfies, type Rule } from './rule.ts'
