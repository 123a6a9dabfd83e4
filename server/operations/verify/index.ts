import { schemaFaults } from '../../db/schema-faults.ts'
import { today } from '../../platform/clock.ts'
import { inTenant } from '../../platform/db/transaction.ts'
import { turnDay } from '../../turn-day.ts'
import { fromRows, type Finding, type Place, type TenantCheck } from './check.ts'
import { places } from './events.ts'
import { headcounts, oneParent, tree } from './organisations.ts'
import { memberIndex, oneMembership, personKeys, transfers } from './people.ts'
import { attachments, auditChains, figures, figureSums } from './records.ts'
import { seals } from './reports.ts'
import { urnFinding } from './votes.ts'

const tenantChecks: TenantCheck[] = [
  auditChains,
  seals,
  oneParent,
  tree,
  oneMembership,
  memberIndex,
  transfers,
  headcounts,
  figures,
  figureSums,
  places,
  personKeys,
  attachments,
]

/** One line of `gonghui verify`. */
export interface Verified extends Finding {
  check: string
  /** The tenant's code; null for what belongs to the whole database. */
  tenant: string | null
}

/**
 * Recounts everything that can be recounted, tenant by tenant, and says each result as it is known. A check that fails is a difference. Dated changes
 * up to today are carried into the current views first, as the day's first request would: a backup of last month recounts as well.
 */
export async function* verifyPlace(place: Place): AsyncGenerator<Verified> {
  const faults = await schemaFaults(place.pool)
  const rows = faults.map((what) => ({ what }))
  yield { check: 'schema of tenants', tenant: null, ...fromRows('every table, key and grant', rows) }
  yield { check: 'urns of secret votes', tenant: null, ...(await urnFinding(place).catch(notChecked)) }
  const tenants = await place.pool.query<{ id: string; code: string }>(
    'select id, code from tenants order by code',
  )
  for (const { id, code } of tenants.rows) {
    await turnDay(place, id, await inTenant(place, id, today))
    for (const check of tenantChecks)
      yield { check: check.name, tenant: code, ...(await find(place, id, check)) }
  }
}

/** "Could not verify" is a failure, never a pass. */
async function find(place: Place, tenantId: string, check: TenantCheck): Promise<Finding> {
  return inTenant(place, tenantId, (tx) => check.run(tx, place)).catch(notChecked)
}

function notChecked(error: Error): Finding {
  return { looked: 'nothing', difference: `could not be checked: ${error.message}` }
}
