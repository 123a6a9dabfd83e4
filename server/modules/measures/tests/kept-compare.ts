import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { modules } from '#server/app.ts'
import { today } from '#server/platform/clock.ts'
import { inTenant, type TxHost } from '#server/platform/db/transaction.ts'
import { sameDayLastYear } from '../rules.ts'
import { keptGroups, keptSoFar, keptToday, keptTotal } from '../queries/figures.ts'
import { groupsOf, totalOf } from '../queries/rows-behind.ts'

/** Every measure of the product. */
export const measures = modules.flatMap((module) => module.measures ?? [])

/** How a comparison looks: in one snapshot, or as the control does, at whatever stands each time; and what happens before the rows are counted. */
interface Looking {
  isolation?: 'repeatable read' | 'read committed'
  beforeCounting?: () => Promise<unknown>
}

/**
 * Compares, in one snapshot, every kept figure of an organisation with its recount: total, by each breakdown, last year so far. Returns the names
 * of those the kept figures answered.
 */
export async function compareFigures(
  host: TxHost,
  tenantId: string,
  organisationId: string,
  { isolation = 'repeatable read', beforeCounting }: Looking = {},
): Promise<Set<string>> {
  return inTenant(host, tenantId, async (tx) => {
    await sql.raw(`set transaction isolation level ${isolation}`).execute(tx)
    const asOf = await today(tx)
    const page = { organisationId, moment: { asOf, knownAt: null }, from: null, to: null }
    const found = await keptToday(tx, measures, { ...page, definition: measures[0]! })
    await beforeCounting?.()
    for (const definition of measures) {
      const [kept, question] = [found.get(definition.name), { ...page, definition }]
      if (kept === undefined) continue
      const told = (what: string) => `${definition.name} ${what}`
      assert.equal(keptTotal(kept, question), await totalOf(tx, question), told('total'))
      for (const by of definition.breakdowns) {
        const sorted = (groups: readonly { key: string }[]) =>
          groups.toSorted((a, b) => (a.key < b.key ? -1 : 1))
        const counted = await groupsOf(tx, question, by)
        assert.deepEqual(sorted(keptGroups(kept, question, by)), sorted(counted), told(by))
      }
      if (definition.counts === 'stock') continue
      const to = sameDayLastYear(asOf)
      const soFar = await totalOf(tx, { ...question, from: `${to.slice(0, 4)}-01-01`, to })
      assert.equal(keptSoFar(kept), soFar, told('last year so far'))
    }
    return new Set(found.keys())
  })
}
