export { ruleFor, ruleOfAll, rulesToday, satisfies, type Rule } from './rule.ts'
