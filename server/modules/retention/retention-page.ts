import { sql } from 'kysely'
import type { Retention, RetentionRule } from '#contract/retention.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { kept } from './kept.ts'
import { firstDayKept } from './rules.ts'

/** Every rule with its source, how many rows the next run would remove (nothing is removed by asking), and what the last run did. */
export async function getRetention(tx: Tx, actor: Actor): Promise<Retention> {
  const { rows } = await sql<{ key: string; removed: number; ranAt: Date }>`
    select c.rule_key as key, c.removed, r.ran_at as "ranAt" from retention_run_counts c
    join retention_runs r on r.tenant_id = c.tenant_id and r.id = c.run_id
    where c.tenant_id = ${tx.tenantId} and r.id = (select id from retention_runs where tenant_id = ${tx.tenantId} order by ran_at desc limit 1)`.execute(
    tx,
  )
  const rules: RetentionRule[] = []
  for (const { rule: key, due, remove } of kept) {
    const { value: days, source } = await ruleFor<number>(tx, key, actor.today)
    const beforeDay = firstDayKept(actor.today, days)
    rules.push({
      key,
      days,
      source,
      removes: remove !== undefined,
      beforeDay,
      due: due === undefined ? null : await due(tx, beforeDay),
      lastRemoved: rows.find((row) => row.key === key)?.removed ?? null,
    })
  }
  return { rules, lastRunAt: rows[0]?.ranAt.toISOString() ?? null }
}
