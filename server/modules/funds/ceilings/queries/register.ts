import { sql, type RawBuilder } from 'kysely'
import type { BenefitRow, operations } from '#contract/funds-ceilings.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import { handOf } from '../../payments/policy.ts'
import { decided, state } from './benefits.ts'

type Listed = InputOf<(typeof operations)['listBenefits']>

/** Benefits within scope, unasked the newest first: every override with its reason, what it passes and who decided. */
export async function listBenefits(
  tx: Tx,
  actor: Actor,
  input: Listed,
): Promise<{ items: BenefitRow[]; nextCursor: string | null; total: number }> {
  return registerPage<BenefitRow>(tx, await register(tx, actor, input), input)
}

/** All that the list shows, in its order. */
export async function allBenefits(tx: Tx, actor: Actor, input: Listed): Promise<BenefitRow[]> {
  return registerRows<BenefitRow>(tx, await register(tx, actor, input), input)
}

const orders: Register['orders'] = {
  recorded: asMade,
  union: column('organisationName', 'text'),
  day: column('givenOn', 'date'),
  amount: column('amountFen'),
  year: column('yearFen'),
}

async function register(tx: Tx, actor: Actor, input: Listed): Promise<Register> {
  const all = [
    sql`b.tenant_id = ${tx.tenantId}`,
    inScope(tx, { actor, permission: 'union_funds.read' }, sql.ref('b.organisation_id')),
    namedLike(input.q, [sql.ref('n.name')]),
  ]
  if (input.year !== undefined) all.push(sql`extract(year from b.given_on) = ${input.year}`)
  if (input.category !== undefined) all.push(sql`b.category = ${input.category}`)
  if (input.state !== undefined) all.push(sql`${state} = ${input.state}`)
  const rows = sql`${await benefitRows(tx, actor)} where ${sql.join(all, sql` and `)}`
  return { rows, orders, unasked: '-recorded' }
}

/** One benefit within reach; else: not there. */
export async function getBenefit(
  tx: Tx,
  actor: Actor,
  { benefitId }: { benefitId: string },
): Promise<BenefitRow> {
  const { rows } = await sql<BenefitRow>`
    ${await benefitRows(tx, actor)} where b.tenant_id = ${tx.tenantId} and b.id = ${benefitId}`.execute(tx)
  const row = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'union_funds.read' }, row.organisationId))) notFound()
  return row
}

async function benefitRows(tx: Tx, actor: Actor): Promise<RawBuilder<unknown>> {
  const decidable = inScope(tx, { actor, permission: 'funds.check' }, sql.ref('b.organisation_id'))
  const hand = await handOf(tx, actor)
  return sql`
    select b.id, b.organisation_id as "organisationId", n.name as "organisationName", b.person_id as "personId", p.name as "personName", b.category,
      b.occasion, b.given_on as "givenOn", b.amount_fen as "amountFen", b.note, ${state} as state, r.name as "recordedBy",
      b.budget_id is not null as "isPaidHere", ${state} = 'waiting' and ${decidable} and b.recorded_by_person <> ${hand} as "canDecide",
      (select coalesce(sum(y.amount_fen), 0)::bigint from benefits y left join benefit_decisions z on z.tenant_id = y.tenant_id and z.benefit_id = y.id
        where y.tenant_id = b.tenant_id and y.person_id = b.person_id and y.category = b.category and coalesce(z.outcome, '') <> 'refused'
          and date_trunc('year', y.given_on) = date_trunc('year', b.given_on)) as "yearFen",
      case when o.benefit_id is null then null else json_build_object('reason', o.reason, 'excessFen', o.excess_fen, 'decidedBy', w.name,
        'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'decisionReason', d.reason) end as override
    from benefits b ${decided}
    cross join lateral (${lastName(tx, sql.ref('b.organisation_id'))}) n
    join persons p on p.tenant_id = b.tenant_id and p.id = b.person_id
    join persons r on r.tenant_id = b.tenant_id and r.id = b.recorded_by_person
    left join persons w on w.tenant_id = b.tenant_id and w.id = d.decided_by_person`
}
