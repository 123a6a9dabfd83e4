import type { operations } from '#contract/funds.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { findBudget, findSource } from '../queries/find-budget.ts'
import { insertBudget, insertSource } from '../store.ts'
import { moveInto } from './move-money.ts'

/** Names a source of money of an organisation within reach. A name is there once. */
export async function createFundSource(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createFundSource']>,
): Promise<{ sourceId: string }> {
  await mustReach(tx, { actor, permission: 'funds.write' }, input.organisationId)
  const sourceId = await insertSource(tx, {
    ...input,
    name: input.name.trim(),
    createdBy: actor.appointment?.id ?? null,
  })
  await audit(tx, actor, 'funds.source_named', {
    kind: 'fund_source',
    id: sourceId,
    organisationId: input.organisationId,
  })
  return { sourceId }
}

/** Opens a budget with its first money: from a source, or allocated from another budget, which must have as much left. */
export async function createBudget(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createBudget']>,
): Promise<{ budgetId: string }> {
  const permission = 'funds.write'
  await mustReach(tx, { actor, permission }, input.organisationId)
  const { sourceId, parentId } = await whereFrom(tx, actor, input)
  const budgetId = await insertBudget(tx, {
    organisationId: input.organisationId,
    sourceId,
    parentId,
    name: input.name.trim(),
    purpose: input.purpose,
    year: input.year,
    createdBy: actor.appointment?.id ?? null,
  })
  await audit(tx, actor, 'funds.budget_opened', {
    kind: 'budget',
    id: budgetId,
    organisationId: input.organisationId,
  })
  await moveInto(tx, actor, { ...input, budgetId })
  return { budgetId }
}

async function whereFrom(
  tx: Tx,
  actor: Actor,
  { sourceId, parentId }: { sourceId?: string; parentId?: string },
): Promise<{ sourceId: string; parentId: string | null }> {
  if ((sourceId === undefined) === (parentId === undefined))
    invalid([{ path: 'sourceId', code: 'funds.one_origin' }])
  const reach = { actor, permission: 'funds.write' } as const
  if (sourceId !== undefined) return { sourceId: (await findSource(tx, reach, sourceId)).id, parentId: null }
  const parent = await findBudget(tx, reach, parentId!)
  return { sourceId: parent.sourceId, parentId: parent.id }
}
