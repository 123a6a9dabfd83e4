import { sql } from 'kysely'
import type { AreaScores, Finding, LinkedArea, PointLevel } from '#contract/funds-points.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { PartShare } from './rules.ts'

/** Who did something: the appointment, and the real person behind it. */
export interface Hand {
  by: string | null
  person: string
}

/** The hand of an actor whose real person is known. */
export function handOfActor(actor: Actor, person: string): Hand {
  return { by: actor.appointment?.id ?? null, person }
}

/**
 * Keeps a grant that waits for its decision. Its number counts the grants of the year that were refused before; a second one beside an open or
 * approved one is refused by its key (409).
 */
export async function insertGrant(
  tx: Tx,
  grant: {
    organisationId: string
    year: number
    level: PointLevel
    totalFen: number
    documentNo: string
    rules: Readonly<Record<string, string>>
    hand: Hand
  },
): Promise<string> {
  const id = newId()
  await sql`
    insert into direct_point_grants (tenant_id, id, organisation_id, year, number, level, total_fen, document_no, rules, granted_by, granted_by_person)
    select ${tx.tenantId}, ${id}, ${grant.organisationId}, ${grant.year}, count(*), ${grant.level}, ${grant.totalFen}, ${grant.documentNo},
      ${JSON.stringify(grant.rules)}, ${grant.hand.by}::uuid, ${grant.hand.person}
    from direct_point_grants g
    join direct_point_decisions d on d.tenant_id = g.tenant_id and d.grant_id = g.id and d.outcome = 'refused'
    where g.tenant_id = ${tx.tenantId} and g.organisation_id = ${grant.organisationId} and g.year = ${grant.year}`.execute(
    tx,
  )
  return id
}

/** Keeps what each payer gives in each part, with one statement; the database refuses sums that differ from the grant. */
export async function insertShares(tx: Tx, grantId: string, shares: readonly PartShare[]): Promise<void> {
  const rows = shares.map((share) => ({ ...share, id: newId() }))
  await sql`
    insert into direct_point_shares (tenant_id, id, grant_id, payer, part, after_reports, budget_id, amount_fen)
    select ${tx.tenantId}, s.id, ${grantId}, s.payer, s.part, s."afterReports", s."budgetId", s."amountFen"
    from json_to_recordset(${JSON.stringify(rows)}::json) as s (id uuid, payer text, part smallint, "afterReports" smallint, "budgetId" uuid,
      "amountFen" bigint)`.execute(tx)
}

/** Locks a grant: whoever decides on it, reports or pays waits in line. Budgets are locked after it. */
export async function lockGrant(tx: Tx, grantId: string): Promise<void> {
  await sql`select from direct_point_grants where tenant_id = ${tx.tenantId} and id = ${grantId} for no key update`.execute(
    tx,
  )
}

/** Keeps the decision on a grant; a second one is refused by its key (409). */
export async function insertGrantDecision(
  tx: Tx,
  decision: { grantId: string; outcome: string; reason: string; hand: Hand },
): Promise<void> {
  await tx
    .insertInto('direct_point_decisions')
    .values({
      tenant_id: tx.tenantId,
      grant_id: decision.grantId,
      outcome: decision.outcome,
      reason: decision.reason,
      decided_by: decision.hand.by,
      decided_by_person: decision.hand.person,
    })
    .execute()
}

/** Keeps a payment of a share; its number counts those that were taken back. */
export async function insertPayment(
  tx: Tx,
  payment: { shareId: string; number: number; voucherNo: string; paidOn: string; hand: Hand },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('direct_point_payments')
    .values({
      tenant_id: tx.tenantId,
      id,
      share_id: payment.shareId,
      number: payment.number,
      voucher_no: payment.voucherNo,
      paid_on: payment.paidOn,
      paid_by: payment.hand.by,
      paid_by_person: payment.hand.person,
    })
    .execute()
  return id
}

/** Takes a payment back; twice is refused by its key (409). */
export async function insertReversal(
  tx: Tx,
  reversal: { paymentId: string; reason: string; hand: Hand },
): Promise<void> {
  await tx
    .insertInto('direct_point_payment_reversals')
    .values({
      tenant_id: tx.tenantId,
      payment_id: reversal.paymentId,
      reason: reversal.reason,
      reversed_by: reversal.hand.by,
      reversed_by_person: reversal.hand.person,
    })
    .execute()
}

/** Keeps a report of progress under the next number. */
export async function insertReport(
  tx: Tx,
  report: { grantId: string; areas: Readonly<Record<LinkedArea, string>>; hand: Hand },
): Promise<string> {
  const id = newId()
  await sql`
    insert into direct_point_reports (tenant_id, id, grant_id, number, areas, reported_by, reported_by_person)
    select ${tx.tenantId}, ${id}, ${report.grantId}, coalesce(max(r.number), 0) + 1, ${JSON.stringify(report.areas)}, ${report.hand.by}::uuid, ${report.hand.person}
    from direct_point_reports r where r.tenant_id = ${tx.tenantId} and r.grant_id = ${report.grantId}`.execute(
    tx,
  )
  return id
}

/** Keeps the review of a report; a second one is refused by its key (409). */
export async function insertReview(
  tx: Tx,
  review: { reportId: string; outcome: string; scores: AreaScores; reason: string; hand: Hand },
): Promise<void> {
  await tx
    .insertInto('direct_point_report_reviews')
    .values({
      tenant_id: tx.tenantId,
      report_id: review.reportId,
      outcome: review.outcome,
      scores: JSON.stringify(review.scores),
      reason: review.reason,
      reviewed_by: review.hand.by,
      reviewed_by_person: review.hand.person,
    })
    .execute()
}

/** Keeps a proposal with what the criteria found. */
export async function insertProposal(
  tx: Tx,
  proposal: { grantId: string; reason: string; ruleId: string; findings: readonly Finding[]; hand: Hand },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('demonstration_proposals')
    .values({
      tenant_id: tx.tenantId,
      id,
      grant_id: proposal.grantId,
      reason: proposal.reason,
      rule_id: proposal.ruleId,
      findings: JSON.stringify(proposal.findings),
      proposed_by: proposal.hand.by,
      proposed_by_person: proposal.hand.person,
    })
    .execute()
  return id
}

/** Keeps the decision on a proposal, from today until its next review; a second one is refused by its key (409). */
export async function insertProposalDecision(
  tx: Tx,
  decision: { proposalId: string; outcome: string; reason: string; months: number; hand: Hand },
): Promise<void> {
  await sql`
    insert into demonstration_decisions (tenant_id, proposal_id, outcome, reason, starts_on, ends_before, decided_by, decided_by_person)
    values (${tx.tenantId}, ${decision.proposalId}, ${decision.outcome}, ${decision.reason}, app_today(),
      (app_today() + make_interval(months => ${decision.months}))::date, ${decision.hand.by}, ${decision.hand.person})`.execute(
    tx,
  )
}
