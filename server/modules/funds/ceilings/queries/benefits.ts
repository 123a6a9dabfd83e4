import { sql } from 'kysely'
import type { BenefitRow } from '#contract/funds-ceilings.ts'
import type { PaymentExplanation } from '#contract/stipends.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** A benefit as its decision needs it. */
export interface BenefitHead {
  id: string
  organisationId: string
  personId: string
  givenOn: string
  category: BenefitRow['category']
  budgetId: string | null
  amountFen: number
  recordedByPerson: string
  state: BenefitRow['state']
}

/** A benefit by its id; else: not there. The caller judges the reach. */
export async function findBenefit(tx: Tx, benefitId: string): Promise<BenefitHead> {
  const { rows } = await sql<BenefitHead>`
    select b.id, b.organisation_id as "organisationId", b.person_id as "personId", b.amount_fen as "amountFen", b.given_on as "givenOn", b.category,
      b.budget_id as "budgetId", b.recorded_by_person as "recordedByPerson", ${state} as state
    from benefits b ${decided} where b.tenant_id = ${tx.tenantId} and b.id = ${benefitId}`.execute(tx)
  return found(rows[0])
}

/**
 * What somebody got of a category, by all their records, for the event and in the year; what waits counts, what was refused does not. `before`: only
 * what was recorded before that benefit.
 */
export async function sumsBefore(
  tx: Tx,
  asked: {
    recordIds: readonly string[]
    category: string
    event: string
    year: string
    before: string | null
  },
): Promise<{ eventFen: number; yearFen: number }> {
  const { rows } = await sql<{ eventFen: number; yearFen: number }>`
    select coalesce(sum(b.amount_fen) filter (where b.event = ${asked.event}), 0)::bigint as "eventFen", coalesce(sum(b.amount_fen), 0)::bigint as "yearFen"
    from benefits b ${decided}
    where b.tenant_id = ${tx.tenantId} and b.person_id = any(${[...asked.recordIds]}::uuid[]) and b.category = ${asked.category} and ${state} <> 'refused'
      and b.given_on >= ${`${asked.year}-01-01`}::date and b.given_on <= ${`${asked.year}-12-31`}::date
      and (${asked.before}::uuid is null or b.id < ${asked.before}::uuid)`.execute(tx)
  return rows[0]!
}

/** A benefit that a claim pays. */
export interface ClaimedBenefit {
  id: string
  claimId: string
  personId: string
  category: BenefitRow['category']
  occasion: BenefitRow['occasion']
  event: string
  givenOn: string
  amountFen: number
  note: string
  state: BenefitRow['state']
}

/** The benefits behind these claims, in the order they were recorded. */
export async function benefitsBehind(tx: Tx, claimIds: readonly string[]): Promise<ClaimedBenefit[]> {
  const { rows } = await sql<ClaimedBenefit>`
    select b.id, c.claim_id as "claimId", b.person_id as "personId", b.category, b.occasion, b.event, b.given_on as "givenOn", b.amount_fen as "amountFen",
      b.note, ${state} as state
    from benefit_claims c join benefits b on b.tenant_id = c.tenant_id and b.id = c.benefit_id ${decided}
    where c.tenant_id = ${tx.tenantId} and c.claim_id = any(${[...claimIds]}::uuid[]) order by b.id`.execute(
    tx,
  )
  return rows
}

/** What a claim pays, for whoever asks why; undefined: it pays no benefit. The caller judges the reach. */
export async function explainBenefit(
  tx: Tx,
  claimId: string,
): Promise<{ benefit: NonNullable<PaymentExplanation['benefit']>; rules: string[] } | undefined> {
  const { rows } = await sql<NonNullable<PaymentExplanation['benefit']> & { rules: Record<string, string> }>`
    select b.category, b.occasion, b.given_on as "givenOn", b.note, r.name as "recordedBy", o.reason as "overrideReason", w.name as "decidedBy",
      d.reason as "decisionReason", b.rules
    from benefit_claims c join benefits b on b.tenant_id = c.tenant_id and b.id = c.benefit_id ${decided}
    join persons r on r.tenant_id = b.tenant_id and r.id = b.recorded_by_person
    left join persons w on w.tenant_id = b.tenant_id and w.id = d.decided_by_person
    where c.tenant_id = ${tx.tenantId} and c.claim_id = ${claimId}`.execute(tx)
  if (rows[0] === undefined) return undefined
  const { rules, ...benefit } = rows[0]
  return { benefit, rules: Object.values(rules) }
}

/** Override and decision of the benefit `b`, where there are any. */
export const decided = sql`
  left join benefit_overrides o on o.tenant_id = b.tenant_id and o.benefit_id = b.id
  left join benefit_decisions d on d.tenant_id = b.tenant_id and d.benefit_id = b.id`

/** Where the benefit stands, of what `decided` joins. */
export const state = sql`case when o.benefit_id is null then 'given' else coalesce(d.outcome, 'waiting') end`
