export { ruleFor, ruleInside, ruleOfAll, rulesToday, satisfies, type Rule } from './rule.ts'
