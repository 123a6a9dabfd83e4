import { sql } from 'kysely'
import type { BenefitCategory, Occasion } from '#contract/funds-ceilings.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { handOf } from '../payments/policy.ts'
import type { Excess } from './rules.ts'

/** A benefit that is to be kept. */
export interface NewBenefit {
  organisationId: string
  personId: string
  category: BenefitCategory
  occasion: Occasion | null
  event: string
  givenOn: string
  amountFen: number
  note: string
  /** Where the platform pays it. */
  budgetId: string | null
  rules: Readonly<Record<string, string>>
}

/** Locks whoever gets a benefit: two for the same person are judged one after the other, so that no ceiling is passed by both at once. */
export async function lockPayee(tx: Tx, personId: string): Promise<void> {
  await sql`select from persons where tenant_id = ${tx.tenantId} and id = ${personId} for no key update`.execute(
    tx,
  )
}

/** Keeps a benefit. */
export async function insertBenefit(tx: Tx, actor: Actor, made: NewBenefit): Promise<string> {
  const id = newId()
  await sql`
    insert into benefits (tenant_id, id, organisation_id, person_id, category, occasion, event, given_on, amount_fen, note, budget_id, rules, recorded_by,
      recorded_by_person)
    values (${tx.tenantId}, ${id}, ${made.organisationId}, ${made.personId}, ${made.category}, ${made.occasion}, ${made.event}, ${made.givenOn},
      ${made.amountFen}, ${made.note}, ${made.budgetId}, ${JSON.stringify(made.rules)}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
  return id
}

/** Keeps which claim pays a benefit. */
export async function insertBenefitClaim(tx: Tx, benefitId: string, claimId: string): Promise<void> {
  await tx
    .insertInto('benefit_claims')
    .values({ tenant_id: tx.tenantId, benefit_id: benefitId, claim_id: claimId })
    .execute()
}

/** Keeps why a benefit above a ceiling is asked for, and every ceiling it passes: from then on it waits for a second person. */
export async function insertOverride(
  tx: Tx,
  asked: { benefitId: string; reason: string; excesses: readonly Excess[] },
): Promise<void> {
  const most = Math.max(...asked.excesses.map(({ excessFen }) => excessFen))
  await sql`
    insert into benefit_overrides (tenant_id, benefit_id, reason, excess_fen, excesses)
    values (${tx.tenantId}, ${asked.benefitId}, ${asked.reason}, ${most}, ${JSON.stringify(asked.excesses)})`.execute(
    tx,
  )
}

/** Keeps what the second person decided; a second decision is refused by its key (409). */
export async function insertBenefitDecision(
  tx: Tx,
  actor: Actor,
  decision: { benefitId: string; outcome: 'allowed' | 'refused'; reason: string },
): Promise<void> {
  await sql`
    insert into benefit_decisions (tenant_id, benefit_id, outcome, reason, decided_by, decided_by_person)
    values (${tx.tenantId}, ${decision.benefitId}, ${decision.outcome}, ${decision.reason}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
}
