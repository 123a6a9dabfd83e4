import { sql, type RawBuilder } from 'kysely'
import type { PlumbingTx, Tx } from '#server/platform/db/transaction.ts'

/** How a number is compared with the rule's value: “以上” and “不满” differ, so each rule says. */
export type RuleOperator = '=' | '>=' | '>' | '<=' | '<'

/** A rule of law or policy as it holds on a day where the tenant lies. A decision stores `version`. */
export interface Rule<T> {
  version: string
  key: string
  value: T
  operator: RuleOperator
  unit: string
  /** Document and article it comes from. */
  source: string
}

/**
 * The rule of this key on a day: of the smallest region that holds the tenant (the longest matching prefix of its division code), the latest
 * to have begun. Throws when there is none: a decision without its rule would be an invention.
 */
export async function ruleFor<T>(tx: Tx, key: string, day: string): Promise<Rule<T>> {
  const { rows } = await sql<Rule<T>>`
    select r.id as version, r.key, r.value, r.operator, r.unit, r.document || ' ' || r.article as source from rules r, tenants t
    where t.id = ${tx.tenantId} and r.key = ${key} and t.division_code like r.region || '%'
      and r.starts_on <= ${day}::date and (r.ends_before is null or ${day}::date < r.ends_before)
    order by length(r.region) desc, r.starts_on desc limit 1`.execute(tx)
  const rule = rows[0]
  if (rule === undefined) throw new Error(`there is no rule ${key} on ${day}`)
  return rule
}

/**
 * Several rules as they hold today where the tenant lies, by their keys, with one statement. Throws when one of them is missing.
 */
export async function rulesToday<K extends string>(
  tx: Tx,
  keys: readonly K[],
): Promise<Readonly<Record<K, Rule<number>>>> {
  const { rows } = await sql<Rule<number>>`
    select distinct on (r.key) r.id as version, r.key, r.value, r.operator, r.unit, r.document || ' ' || r.article as source from rules r, tenants t
    where t.id = ${tx.tenantId} and r.key = any(${keys}::text[]) and t.division_code like r.region || '%'
      and r.starts_on <= app_today() and (r.ends_before is null or app_today() < r.ends_before)
    order by r.key, length(r.region) desc, r.starts_on desc`.execute(tx)
  const missing = keys.find((key) => !rows.some((row) => row.key === key))
  if (missing !== undefined) throw new Error(`there is no rule ${missing} today`)
  return Object.fromEntries(rows.map((row) => [row.key, row])) as Record<K, Rule<number>>
}

/**
 * The number of a rule today, inside a statement that needs it: a sub-select that is asked once. Where the decision stores the rule's version,
 * `rulesToday` is asked instead. The statement fails when there is no such rule.
 */
export function ruleInside(tx: Tx, key: string): RawBuilder<number> {
  return sql<number>`(select rule_today(${tx.tenantId}, ${key}))`
}

/** The rule of this key for every region, today: for what is decided before a tenant is known, such as sign-in. Throws when there is none. */
export async function ruleOfAll<T>(tx: PlumbingTx, key: string): Promise<Rule<T>> {
  const { rows } = await sql<Rule<T>>`
    select id as version, key, value, operator, unit, document || ' ' || article as source from rules
    where region = '' and key = ${key} and starts_on <= app_today() and (ends_before is null or app_today() < ends_before)
    order by starts_on desc limit 1`.execute(tx)
  const rule = rows[0]
  if (rule === undefined) throw new Error(`there is no rule ${key} today`)
  return rule
}

/** Whether a number satisfies the rule, by the rule’s own operator. */
export function satisfies(value: number, rule: Pick<Rule<number>, 'operator' | 'value'>): boolean {
  switch (rule.operator) {
    case '=':
      return value === rule.value
    case '>=':
      return value >= rule.value
    case '>':
      return value > rule.value
    case '<=':
      return value <= rule.value
    case '<':
      return value < rule.value
  }
}
