import { sql } from 'kysely'
import type { BenefitRow, operations } from '#contract/funds-ceilings.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { handOf } from '../../payments/policy.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

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

/** Benefits within scope, the newest first: every override with its reason, what it passes and who decided. */
export async function listBenefits(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listBenefits']>,
): Promise<{ items: BenefitRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const all = [
    sql`b.tenant_id = ${tx.tenantId}`,
    inScope(tx, { actor, permission: 'union_funds.read' }, sql.ref('b.organisation_id')),
  ]
  if (input.year !== undefined) all.push(sql`extract(year from b.given_on) = ${input.year}`)
  if (input.category !== undefined) all.push(sql`b.category = ${input.category}`)
  if (input.state !== undefined) all.push(sql`${state} = ${input.state}`)
  const matching = sql`from benefits b ${decided}`
  const decidable = inScope(tx, { actor, permission: 'funds.check' }, sql.ref('b.organisation_id'))
  const hand = await handOf(tx, actor)
  const fits = sql.join(all, sql` and `)
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total ${matching} where ${fits}`.execute(tx)
  const { rows } = await sql<BenefitRow>`
    select b.id, b.organisation_id as "organisationId", n.name as "organisationName", b.person_id as "personId", p.name as "personName", b.category,
      b.occasion, b.given_on as "givenOn", b.amount_fen as "amountFen", b.note, ${state} as state, r.name as "recordedBy",
      b.budget_id is not null as "isPaidHere", ${state} = 'waiting' and ${decidable} and b.recorded_by_person <> ${hand} as "canDecide",
      (select coalesce(sum(y.amount_fen), 0)::bigint from benefits y left join benefit_decisions z on z.tenant_id = y.tenant_id and z.benefit_id = y.id
        where y.tenant_id = b.tenant_id and y.person_id = b.person_id and y.category = b.category and coalesce(z.outcome, '') <> 'refused'
          and date_trunc('year', y.given_on) = date_trunc('year', b.given_on)) as "yearFen",
      case when o.benefit_id is null then null else json_build_object('reason', o.reason, 'excessFen', o.excess_fen, 'decidedBy', w.name,
        'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'decisionReason', d.reason) end as override
    ${matching}
    cross join lateral (${lastName(tx, sql.ref('b.organisation_id'))}) n
    join persons p on p.tenant_id = b.tenant_id and p.id = b.person_id
    join persons r on r.tenant_id = b.tenant_id and r.id = b.recorded_by_person
    left join persons w on w.tenant_id = b.tenant_id and w.id = d.decided_by_person
    where ${fits} and (${after} = '' or b.id < nullif(${after}, '')::uuid) order by b.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null,
    total: counted[0]!.total,
  }
}

const decided = sql`
  left join benefit_overrides o on o.tenant_id = b.tenant_id and o.benefit_id = b.id
  left join benefit_decisions d on d.tenant_id = b.tenant_id and d.benefit_id = b.id`

const state = sql`case when o.benefit_id is null then 'given' else coalesce(d.outcome, 'waiting') end`
