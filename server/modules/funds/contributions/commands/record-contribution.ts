import { sql } from 'kysely'
import type { operations } from '#contract/funds-contributions.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, refuse } from '#server/platform/errors.ts'
import { yuanOf } from '../../yuan.ts'
import { mustHandle } from '../policy.ts'
import { findContribution, isCovered } from '../queries/find-contribution.ts'
import { termsOfMonth } from '../queries/terms.ts'
import { dueOf, dueOn, splitByLevel } from '../rules.ts'
import { insertContribution, insertWithdrawal, lockContribution } from '../store.ts'

type Input = InputOf<(typeof operations)['recordContribution']>

const basicKinds = ['basic_union', 'union_association']
const higherKinds = ['federation', 'industrial_union', 'street_federation']

/**
 * Records the wage base of an employer for a month by the rules of that month: what is due, by when, and who shares it (D1, D4). A preparatory
 * contribution is for a higher union, and only while no union covers the employer (D3). One of a month stands.
 */
export async function recordContribution(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ contributionId: string; dueFen: number; dueOn: string }> {
  const asked = { actor, permission: 'funds.write' } as const
  await mustReach(tx, asked, input.organisationId)
  await mustReach(tx, asked, input.employerId)
  if (input.month > actor.today.slice(0, 7)) invalid([{ path: 'month', code: 'contributions.month_to_come' }])
  await mustBelongTogether(tx, input)
  const terms = await termsOfMonth(tx, input)
  const { rate, dueDay, split, back } = terms
  const dueFen = dueOf(input.wageBaseFen, rate.value)
  const made = {
    ...input,
    dueFen,
    dueOn: dueOn(input.month, dueDay.value),
    returnBasisPoints: back.value.basisPoints,
    rules: Object.fromEntries(Object.values(terms).map((rule) => [rule.key, rule.version])),
    shares: splitByLevel(dueFen, split.value),
  }
  const contributionId = await insertContribution(tx, actor, made)
  await audit(tx, actor, 'contributions.recorded', {
    kind: 'contribution',
    id: contributionId,
    organisationId: input.organisationId,
    params: { month: input.month, due: yuanOf(dueFen) },
  })
  return { contributionId, dueFen, dueOn: made.dueOn }
}

/** Withdraws a contribution that was recorded by mistake, while nothing of it stands as come in or passed on. */
export async function withdrawContribution(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['withdrawContribution']>,
): Promise<Record<string, never>> {
  await lockContribution(tx, input.contributionId)
  const contribution = await findContribution(tx, input.contributionId)
  await mustHandle(tx, { actor, permission: 'funds.write' }, contribution)
  if (contribution.receivedFen > 0 || contribution.passedOnFen > 0) conflict('contributions.money_moved')
  await insertWithdrawal(tx, actor, { ...input, reason: input.reason.trim() })
  await audit(tx, actor, 'contributions.withdrawn', {
    kind: 'contribution',
    id: contribution.id,
    organisationId: contribution.organisationId,
    params: { due: yuanOf(contribution.dueFen) },
  })
  return {}
}

async function mustBelongTogether(tx: Tx, input: Input): Promise<void> {
  const { organisationId, employerId, month } = input
  if ((await kindOf(tx, employerId)) !== 'employer') refuse('contributions.not_an_employer')
  const kinds = input.kind === 'regular' ? basicKinds : higherKinds
  if (!kinds.includes(await kindOf(tx, organisationId))) refuse('contributions.wrong_union')
  const unionId = input.kind === 'regular' ? organisationId : null
  const covered = await isCovered(tx, { employerId, unionId, month })
  if (input.kind === 'regular' && !covered) refuse('contributions.not_covered')
  if (input.kind === 'preparatory' && covered) refuse('contributions.has_a_union')
}

async function kindOf(tx: Tx, organisationId: string): Promise<string> {
  const { rows } = await sql<{ kind: string }>`
    select kind from organisations where tenant_id = ${tx.tenantId} and id = ${organisationId}`.execute(tx)
  return found(rows[0]).kind
}
