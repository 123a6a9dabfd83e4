import { sql } from 'kysely'
import { actorOfAppointment } from '#server/modules/access/index.ts'
import { modules } from '#server/app.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** The three hands of money, as they work today; the clock says when it happened: who makes, who checks, who pays; and who reports on points. */
export interface Hands {
  top: string
  maker: Actor
  checker: Actor
  payer: Actor
}

/** A budget with money in it, from a source of its own. */
export async function openBudget(
  tx: Tx,
  { maker, top }: Hands,
  wanted: { name: string; purpose: string; payer: string; year: number; amountFen: number },
): Promise<string> {
  const { payer, ...budget } = wanted
  const { sourceId } = await run<{ sourceId: string }>(tx, maker, 'createFundSource', {
    organisationId: top,
    name: `${budget.name}（${sourceNames[payer]!}）`,
    payer,
  })
  const { budgetId } = await run<{ budgetId: string }>(tx, maker, 'createBudget', {
    ...budget,
    name: payer === 'district_finance' ? budget.name : `${budget.name}（${sourceNames[payer]!}）`,
    organisationId: top,
    sourceId,
    documentNo: `甬北工〔${budget.year}〕8号`,
  })
  return budgetId
}

const sourceNames: Record<string, string> = {
  district_finance: '区财政',
  two_new_committee: '两新工委',
  district_federation: '区总工会',
  street_town: '街道',
}

/** Does an operation of the product as somebody. */
export async function run<T>(tx: Tx, actor: Actor, operationId: string, input: object): Promise<T> {
  const route = modules.flatMap(({ routes }) => routes).find((each) => each.operationId === operationId)
  if (route?.kind !== 'tenant') throw new Error(`${operationId} is no operation of a tenant`)
  return (await route.run(tx, actor, input as never)) as T
}

/** The three hands at the top of a tenant as they stand on a day; undefined: the demo has not all of them. */
export async function handsOf(
  tx: Tx,
  { top, day }: { top: string; day: string },
): Promise<Hands | undefined> {
  const { rows } = await sql<{ id: string }>`
    select a.appointment_id as id from appointments a
    where a.tenant_id = ${tx.tenantId} and a.organisation_id = ${top} and a.post in ('federation_officer', 'finance_clerk') and a.superseded_at is null and a.substitutes_id is null
      and a.starts_on <= ${day}::date and (a.ends_before is null or a.ends_before > ${day}::date)
    order by exists (select from accounts c where c.tenant_id = a.tenant_id and c.person_id = a.person_id), a.appointment_id`.execute(
    tx,
  )
  const asker: Actor = {
    tenantId: tx.tenantId,
    sessionId: newId(),
    accountId: newId(),
    personId: newId(),
    appointment: null,
    grants: [],
    tokenId: null,
    today: day,
    signInDue: null,
  }
  const makers: Actor[] = []
  const payers: Actor[] = []
  for (const { id } of rows) {
    const actor = await actorOfAppointment(tx, asker, id)
    const may = (permission: string) => actor.grants.some((grant) => grant.permission === permission)
    if (may('funds.write')) makers.push(actor)
    else if (may('funds.pay')) payers.push(actor)
  }
  const [maker, checker] = makers
  const [payer] = payers
  if (maker === undefined || checker === undefined || payer === undefined) return undefined
  return { top, maker, checker, payer }
}

/** What the clock of this transaction is set to, or nothing. */
export async function clockNow(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    clock: string
  }>`select coalesce(current_setting('app.clock', true), '') as clock`.execute(tx)
  return rows[0]!.clock
}

/** Sets the clock of this transaction. */
export async function setClock(tx: Tx, clock: string): Promise<void> {
  await sql`select set_config('app.clock', ${clock}, true)`.execute(tx)
}
