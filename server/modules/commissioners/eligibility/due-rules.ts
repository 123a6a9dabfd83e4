import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { DueReason } from '#contract/commissioners.ts'
import type { RuleSource } from '#contract/rule-source.ts'
import { ruleFor, satisfies, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Who must have a commissioner, as the rules have it on a day where the tenant lies. */
export interface DueRules {
  types: Rule<readonly string[]>
  workers: Rule<number>
  partyBody: Rule<boolean>
}

/** The keys of the rules that say who is due. */
export const dueRuleKeys = {
  types: 'commissioners.due_types',
  workers: 'commissioners.due_workers',
  partyBody: 'commissioners.due_with_party_body',
} as const

/** Reads the three rules of the joint notice (rules A10, seed). */
export async function dueRules(tx: Tx, day: string): Promise<DueRules> {
  return {
    types: await ruleFor(tx, dueRuleKeys.types, day),
    workers: await ruleFor(tx, dueRuleKeys.workers, day),
    partyBody: await ruleFor(tx, dueRuleKeys.partyBody, day),
  }
}

/** The rules as an answer shows them. */
export function sourcesOf(rules: DueRules): RuleSource[] {
  return [rules.types, rules.workers, rules.partyBody].map(sourceOf)
}

/** One rule as an answer shows it. */
export function sourceOf({ key, version, value, operator, source }: Rule<unknown>): RuleSource {
  return { key, version, value, operator, source }
}

/** What the rules look at. `workers` null: never reported, which satisfies no number. */
export interface DueFacts {
  type: string
  workers: number | null
  hasPartyBody: boolean
}

/** Whether an organisation must have a commissioner, and each condition with whether it holds: the type must, and one of the others. */
export function isDue(facts: DueFacts, rules: DueRules): { due: boolean; reasons: DueReason[] } {
  const type = rules.types.value.includes(facts.type)
  const workers = facts.workers !== null && satisfies(facts.workers, rules.workers)
  const partyBody = rules.partyBody.value && facts.hasPartyBody
  return {
    due: type && (workers || partyBody),
    reasons: [
      { reason: 'type', holds: type, rule: sourceOf(rules.types) },
      { reason: 'workers', holds: workers, rule: sourceOf(rules.workers) },
      ...(rules.partyBody.value
        ? [{ reason: 'party_body' as const, holds: partyBody, rule: sourceOf(rules.partyBody) }]
        : []),
    ],
  }
}

/**
 * The same of a set: true for rows of `alias` (columns `type`, `workers`, `party_id`) that must have a commissioner on the day. Before the first
 * rule nobody had to.
 */
export function isDueIn(tx: Tx, alias: string, day: string): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const rule = (key: string, wanted: string) => sql`(select ${sql.ref(`r.${wanted}`)} from rules r, tenants t
    where t.id = ${tx.tenantId} and r.key = ${key} and t.division_code like r.region || '%'
      and r.starts_on <= ${day}::date and (r.ends_before is null or ${day}::date < r.ends_before)
    order by length(r.region) desc, r.starts_on desc limit 1)`
  const [workers, most] = [column('workers'), sql`(${rule(dueRuleKeys.workers, 'value')} #>> '{}')::int`]
  return sql<SqlBool>`coalesce(${rule(dueRuleKeys.types, 'value')} ? ${column('type')} and (
    case ${rule(dueRuleKeys.workers, 'operator')} when '>=' then ${workers} >= ${most} when '>' then ${workers} > ${most} when '<=' then ${workers} <= ${most}
      when '<' then ${workers} < ${most} else ${workers} = ${most} end
    or (${rule(dueRuleKeys.partyBody, 'value')} = 'true'::jsonb and ${column('party_id')} is not null)), false)`
}
