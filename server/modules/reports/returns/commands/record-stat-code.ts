import { sql } from 'kysely'
import type { OrganisationKind } from '#contract/organisation-shapes.ts'
import type { InputOf } from '#contract/operation.ts'
import type { operations, StatisticalCode } from '#contract/reports-returns.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, found, refuse } from '#server/platform/errors.ts'
import { codesOf } from '../queries/stat-codes.ts'
import { lockOrganisation, writeStatCode } from '../store.ts'

type Input = InputOf<(typeof operations)['recordStatisticalCode']>

const unions: readonly OrganisationKind[] = [
  'federation',
  'industrial_union',
  'street_federation',
  'union_association',
  'basic_union',
]

/**
 * Writes down the statistical code (901) a union was given, with the reason: the code is one per union and stays over years and renames, so
 * another one is a correction. A code that any other organisation bears is a conflict.
 */
export async function recordStatisticalCode(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: StatisticalCode[] }> {
  if (actor.appointment === null) forbidden()
  const kind = found(await lockOrganisation(tx, input.organisationId))
  await mustReach(tx, { actor, permission: 'reports.seal' }, input.organisationId)
  if (!unions.includes(kind as OrganisationKind)) refuse('reports.code_of_no_union')
  if (await isTaken(tx, input)) conflict('reports.stat_code_taken', { code: input.code })
  const [current] = await codesOf(tx, input.organisationId)
  if (current?.code === input.code) refuse('reports.stat_code_same', { code: input.code })
  await writeStatCode(tx, {
    organisationId: input.organisationId,
    code: input.code,
    documentNo: input.documentNo ?? null,
    reason: input.reason.trim(),
    recordedBy: actor.appointment.id,
  })
  await audit(tx, actor, 'reports.stat_code_recorded', {
    kind: 'organisation',
    id: input.organisationId,
    organisationId: input.organisationId,
    params: { code: input.code },
  })
  return { items: await codesOf(tx, input.organisationId) }
}

async function isTaken(tx: Tx, { code, organisationId }: Input): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from organisations o where o.tenant_id = ${tx.tenantId} and o.stat_code = ${code} and o.id <> ${organisationId})
      or exists (select from union_stat_codes c where c.tenant_id = ${tx.tenantId} and c.code = ${code} and c.superseded_at is null
        and c.organisation_id <> ${organisationId}) as taken`.execute(tx)
  return rows[0]!.taken
}
