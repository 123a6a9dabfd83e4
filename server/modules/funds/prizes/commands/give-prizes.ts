import type { operations } from '#contract/funds-prizes.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { nearTo, personRecords } from '#server/modules/people/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { claimAll, lockBudget } from '../../claims/claim-all.ts'
import { taxCategory, taxed } from '../../claims/tax.ts'
import { yuanOf } from '../../yuan.ts'
import { mostWinners, prizeFault, type WinnerShare } from '../rules.ts'
import { insertPrizeClaims, insertPrizeList } from '../store.ts'

type Input = InputOf<(typeof operations)['givePrizes']>

const purposes: readonly string[] = ['award', 'union_funds']

/**
 * Makes the prizes of a contest due on a budget: no more winners than the rule of its day allows of the contestants (D8), each within reach and once;
 * the accountant chooses how they are taxed (D11). Nobody gives to themselves or a near relative. From then on they go by payment lists.
 */
export async function givePrizes(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ prizeListId: string; totalFen: number }> {
  const budget = await lockBudget(tx, actor, input.budgetId)
  if (!purposes.includes(budget.purpose)) invalid([{ path: 'budgetId', code: 'prizes.wrong_budget' }])
  if (input.heldOn > actor.today) invalid([{ path: 'heldOn', code: 'prizes.day_to_come' }])
  const winners = await winnersOf(tx, actor, input)
  const share = await ruleFor<WinnerShare>(tx, 'prizes.winners', input.heldOn)
  const { contestants } = input
  const fault = prizeFault({ contestants, personIds: winners.map(({ personId }) => personId) }, share.value)
  if (fault !== null) refuse(fault, { most: mostWinners(contestants, share.value), rule: share.source })
  const tax = await taxCategory(tx, input.taxCategory, input.heldOn)
  const totalFen = winners.reduce((so, { amountFen }) => so + amountFen, 0)
  const contest = input.contest.trim()
  const prizeListId = await insertPrizeList(tx, actor, {
    ...input,
    organisationId: budget.organisationId,
    contest,
    winners: winners.length,
    totalFen,
    ruleId: share.version,
  })
  const claims = winners.map(({ amountFen, ...winner }) => ({
    ...winner,
    id: newId(),
    reason: 'award' as const,
    period: `${input.heldOn} ${contest}`,
    number: 0,
    ...taxed(amountFen, tax),
  }))
  await claimAll(tx, actor, {
    subjectId: prizeListId,
    budgetId: budget.id,
    taxCategory: tax.category,
    claims,
  })
  await insertPrizeClaims(
    tx,
    prizeListId,
    claims.map(({ id }) => id),
  )
  await audit(tx, actor, 'prizes.given', {
    kind: 'prize_list',
    id: prizeListId,
    organisationId: budget.organisationId,
    params: { winners: winners.length, total: yuanOf(totalFen) },
  })
  return { prizeListId, totalFen }
}

async function winnersOf(
  tx: Tx,
  actor: Actor,
  { winners }: Input,
): Promise<{ personId: string; organisationId: string; amountFen: number }[]> {
  const near = await nearTo(tx, actor.personId)
  const known = []
  for (const { personId, amountFen } of winners) {
    const records = (await personRecords(tx, personId)) ?? notFound()
    const organisationId = records.organisationId ?? notFound()
    await mustReach(tx, { actor, permission: 'funds.write' }, organisationId)
    if (near.has(records.personId)) refuse('prizes.own_prize')
    known.push({ personId: records.personId, organisationId, amountFen })
  }
  return known
}
