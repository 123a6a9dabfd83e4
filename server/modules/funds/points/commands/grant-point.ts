import { sql } from 'kysely'
import type { operations } from '#contract/funds-points.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, refuse } from '#server/platform/errors.ts'
import { findBudget } from '../../budgets/queries/find-budget.ts'
import { lockBudgets } from '../../budgets/store.ts'
import { mustHaveLeft } from '../../budgets/must-have-left.ts'
import { recordEntry } from '../../ledger/store.ts'
import { handOf } from '../../payments/policy.ts'
import { yuanOf } from '../../yuan.ts'
import { mustBeFitForPoint } from '../policy.ts'
import { findPoint } from '../queries/find-point.ts'
import { termsOn } from '../queries/terms.ts'
import { grantFault, splitIntoParts, type Share } from '../rules.ts'
import { handOfActor, insertGrant, insertGrantDecision, insertShares, lockGrant } from '../store.ts'

type Input = InputOf<(typeof operations)['createDirectPointGrant']>

/**
 * Grants a two-new organisation its money of a year by the rules of today (D10): within the bounds, three payers whose shares add up to the fen. It
 * promises nothing yet: a second officer decides. One grant of a year is open or approved.
 */
export async function createDirectPointGrant(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ grantId: string }> {
  const permission = 'funds.write'
  await mustReach(tx, { actor, permission }, input.organisationId)
  const hands = { permission, organisationId: input.organisationId, fits: true, hands: [] } as const
  await mustBeFitForPoint(tx, actor, hands)
  if (!(await isTwoNew(tx, input.organisationId))) refuse('points.not_two_new')
  const { yearly, shares, parts } = await termsOn(tx, actor.today)
  const fault = grantFault(input, yearly.value)
  if (fault !== null)
    refuse(fault, { least: yuanOf(yearly.value.leastFen), most: yuanOf(yearly.value.mostFen) })
  await mustComeFromTheirPayers(tx, actor, input)
  const grantId = await insertGrant(tx, {
    ...input,
    documentNo: input.documentNo.trim(),
    rules: Object.fromEntries([yearly, shares, parts].map((rule) => [rule.key, rule.version])),
    hand: handOfActor(actor, await handOf(tx, actor)),
  })
  await insertShares(tx, grantId, splitIntoParts(input.shares, parts.value))
  await audit(tx, actor, 'points.granted', about(grantId, input))
  return { grantId }
}

/** Approves a grant: each payer’s budget promises its share, all or none; or refuses it. Never whoever granted it. */
export async function decideDirectPointGrant(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['decideDirectPointGrant']>,
): Promise<Record<string, never>> {
  await lockGrant(tx, input.grantId)
  const point = await findPoint(tx, input.grantId)
  await mustBeFitForPoint(tx, actor, {
    permission: 'funds.check',
    organisationId: point.organisationId,
    fits: point.state === 'waiting',
    hands: [point.grantedByPerson],
  })
  const hand = handOfActor(actor, await handOf(tx, actor))
  await insertGrantDecision(tx, { ...input, reason: input.reason?.trim() ?? '', hand })
  if (input.outcome === 'approved') {
    await promiseShares(tx, actor, point.id)
    await audit(tx, actor, 'points.approved', about(point.id, point))
  } else await audit(tx, actor, 'points.refused', about(point.id, point))
  return {}
}

async function promiseShares(tx: Tx, actor: Actor, grantId: string): Promise<void> {
  const { rows: sums } = await sql<{ budgetId: string; fen: number }>`
    select budget_id as "budgetId", sum(amount_fen)::bigint as fen from direct_point_shares where tenant_id = ${tx.tenantId} and grant_id = ${grantId}
    group by budget_id order by budget_id`.execute(tx)
  await lockBudgets(
    tx,
    sums.map(({ budgetId }) => budgetId),
  )
  for (const { budgetId, fen } of sums)
    mustHaveLeft(await findBudget(tx, { actor, permission: 'funds.check' }, budgetId), fen)
  await recordEntry(tx, {
    kind: 'commit',
    subjectId: grantId,
    recordedBy: actor.appointment?.id ?? null,
    postings: sums.flatMap(({ budgetId, fen }) => [
      { of: budgetId, kind: 'committed' as const, amountFen: fen },
      { of: budgetId, kind: 'available' as const, amountFen: -fen },
    ]),
  })
}

// A share comes from a budget for points, of its own payer and of the year.
async function mustComeFromTheirPayers(tx: Tx, actor: Actor, { shares, year }: Input): Promise<void> {
  const faults = []
  for (const [at, share] of shares.entries()) {
    const path = `shares.${at}.budgetId`
    const budget = await findBudget(tx, { actor, permission: 'funds.write' }, share.budgetId)
    const from = await originOf(tx, share)
    if (budget.purpose !== 'direct_point' || from.year !== year || from.payer !== share.payer)
      faults.push({ path, code: 'points.wrong_budget' })
  }
  if (faults.length > 0) invalid(faults)
}

async function originOf(tx: Tx, { budgetId }: Share): Promise<{ payer: string; year: number }> {
  const { rows } = await sql<{ payer: string; year: number }>`
    select s.payer, b.year from budgets b join fund_sources s on s.tenant_id = b.tenant_id and s.id = b.source_id
    where b.tenant_id = ${tx.tenantId} and b.id = ${budgetId}`.execute(tx)
  return found(rows[0])
}

async function isTwoNew(tx: Tx, organisationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from organisations o where o.tenant_id = ${tx.tenantId} and o.id = ${organisationId} and o.kind = 'employer' and o.two_new_type is not null
      and not exists (select from organisation_endings x where x.tenant_id = o.tenant_id and x.organisation_id = o.id and x.ended_on <= app_today()
        and x.superseded_at is null)`.execute(tx)
  return rows.length > 0
}

function about(
  id: string,
  { organisationId, year, totalFen }: { organisationId: string; year: number; totalFen: number },
) {
  return { kind: 'direct_point', id, organisationId, params: { year, total: yuanOf(totalFen) } }
}
