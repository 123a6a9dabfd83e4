import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeOrganisation } from '#server/test/makers.ts'

/** A two-new organisation below another, as tests need it: since 2020. */
export interface TestTwoNew {
  name: string
  parentId: string
  type?: 'new_economic' | 'new_social'
  workers?: number
  partyBodyId?: string
  unionId?: string
}

/** Makes it with its last report, its Party body and the union that covers it; returns the id. */
export async function makeTwoNew(tx: Tx, made: TestTwoNew): Promise<string> {
  const { name, parentId } = made
  const id = await makeOrganisation(tx, { kind: 'employer', name, parentId })
  await sql`update organisations set two_new_type = ${made.type ?? 'new_economic'} where tenant_id = ${tx.tenantId} and id = ${id}`.execute(
    tx,
  )
  if (made.workers !== undefined)
    await sql`insert into headcounts (tenant_id, id, organisation_id, as_of, workers, source)
      values (${tx.tenantId}, ${newId()}, ${id}, '2025-12-31', ${made.workers}, 'annual_return')`.execute(tx)
  if (made.partyBodyId !== undefined)
    await sql`insert into affiliations (tenant_id, id, child_id, parent_id, kind, starts_on)
      values (${tx.tenantId}, ${newId()}, ${id}, ${made.partyBodyId}, 'party', '2021-07-01')`.execute(tx)
  if (made.unionId !== undefined)
    await sql`insert into coverages (tenant_id, id, union_id, employer_id, starts_on)
      values (${tx.tenantId}, ${newId()}, ${made.unionId}, ${id}, '2021-01-01')`.execute(tx)
  return id
}
