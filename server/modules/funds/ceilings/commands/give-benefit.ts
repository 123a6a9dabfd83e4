import type { BenefitRow, operations } from '#contract/funds-ceilings.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import { nearTo, personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { handOf } from '../../payments/policy.ts'
import { yuanOf } from '../../yuan.ts'
import { claimBenefit, lockBudgetOfBenefits } from '../claim-benefit.ts'
import { findBenefit, sumsBefore } from '../queries/benefits.ts'
import { benefitTermsOn } from '../queries/terms.ts'
import { benefitFault, eventOf, excessesOf, type Excess } from '../rules.ts'
import { insertBenefit, insertBenefitDecision, insertOverride, lockPayee } from '../store.ts'

type Input = InputOf<(typeof operations)['recordBenefit']>

/**
 * Records a benefit to somebody within reach, by the rules of its day (D7, D8): a listed category, a statutory holiday, other only with a note, money
 * only where the rule allows it. Within the ceilings it stands, and is due where a budget is to pay it; above one it is refused, or with a reason kept
 * waiting for a second person. Nobody gives to themselves or a near relative.
 */
export async function recordBenefit(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ benefitId: string; state: BenefitRow['state'] }> {
  const { personId, recordIds, organisationId } = await mustBeAnothers(tx, actor, input.personId)
  if (input.givenOn > actor.today) invalid([{ path: 'givenOn', code: 'ceilings.day_to_come' }])
  const budgetId = input.budgetId ?? null
  if (budgetId !== null) await lockBudgetOfBenefits(tx, actor, budgetId)
  const terms = await benefitTermsOn(tx, input.givenOn)
  const { ceilings, categories, occasions, inMoney } = terms
  const benefit = { ...input, occasion: input.occasion ?? null, note: input.note?.trim() ?? '', budgetId }
  const allowed = { categories: categories.value, occasions: occasions.value, inMoney: inMoney.value }
  const fault = benefitFault(benefit, allowed)
  if (fault !== null) refuse(fault)
  await lockPayee(tx, personId)
  const event = eventOf(input)
  const of = { recordIds, category: input.category, event, year: input.givenOn.slice(0, 4), before: null }
  const excesses = excessesOf({ ...benefit, ...(await sumsBefore(tx, of)) }, ceilings.value)
  const reason = input.overrideReason?.trim()
  if (excesses.length > 0 && reason === undefined)
    refuse('ceilings.above', aboutExcess(excesses[0]!, ceilings.source))
  const rules = Object.fromEntries(Object.values(terms).map((rule) => [rule.key, rule.version]))
  const benefitId = await insertBenefit(tx, actor, { ...benefit, personId, organisationId, event, rules })
  const subject = about({ id: benefitId, organisationId, amountFen: input.amountFen })
  if (reason === undefined || excesses.length === 0) {
    if (budgetId !== null)
      await claimBenefit(tx, actor, { ...benefit, id: benefitId, personId, organisationId, budgetId })
    await audit(tx, actor, 'ceilings.benefit_recorded', subject)
    return { benefitId, state: 'given' }
  }
  await insertOverride(tx, { benefitId, reason, excesses })
  await audit(tx, actor, 'ceilings.override_asked', subject)
  return { benefitId, state: 'waiting' }
}

/**
 * Allows or refuses a benefit above a ceiling, with a reason: never whoever recorded it, nor whoever gets it or is near to them. Once. Allowed, it is
 * due where a budget is to pay it.
 */
export async function decideBenefit(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['decideBenefit']>,
): Promise<Record<string, never>> {
  const permission = 'funds.check'
  const benefit = await findBenefit(tx, input.benefitId)
  if (!(await canReach(tx, { actor, permission }, benefit.organisationId))) {
    if (actor.grants.every((grant) => grant.permission !== permission)) forbidden()
    notFound()
  }
  if (benefit.state !== 'waiting') conflict('ceilings.decided_already')
  if (benefit.recordedByPerson === (await handOf(tx, actor))) refuse('ceilings.same_hand')
  if ((await nearTo(tx, actor.personId)).has(benefit.personId)) refuse('ceilings.own_benefit')
  const { budgetId } = benefit
  const isClaimed = input.outcome === 'allowed' && budgetId !== null
  if (isClaimed) await lockBudgetOfBenefits(tx, actor, budgetId)
  await insertBenefitDecision(tx, actor, { ...input, reason: input.reason.trim() })
  if (isClaimed) await claimBenefit(tx, actor, { ...benefit, budgetId })
  if (input.outcome === 'allowed') await audit(tx, actor, 'ceilings.override_allowed', about(benefit))
  else await audit(tx, actor, 'ceilings.override_refused', about(benefit))
  return {}
}

async function mustBeAnothers(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<{ personId: string; recordIds: string[]; organisationId: string }> {
  const records = (await personRecords(tx, personId)) ?? notFound()
  const organisationId = records.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: 'union_funds.record' }, organisationId)
  if ((await nearTo(tx, actor.personId)).has(records.personId)) refuse('ceilings.own_benefit')
  return { ...records, organisationId }
}

function aboutExcess({ limitFen, excessFen }: Excess, rule: string) {
  return { limit: yuanOf(limitFen), excess: yuanOf(excessFen), rule }
}

function about({ id, organisationId, amountFen }: { id: string; organisationId: string; amountFen: number }) {
  return { kind: 'benefit', id, organisationId, params: { amount: yuanOf(amountFen) } }
}
