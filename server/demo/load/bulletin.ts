import { sql } from 'kysely'
import type { Bulletin } from '#contract/reports-bulletins.ts'
import { modules } from '#server/app.ts'
import { actorOfAppointment } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/**
 * One released bulletin, so that the public pages show something at first start: written by one officer of the federation at the top and released by
 * another, through the product's own operations, with the figures of this tenant's rows. Nothing where the federation has one officer only.
 * Call it when everything else stands.
 */
export async function loadBulletin(
  tx: Tx,
  { top, template }: { top: string; template: string },
): Promise<void> {
  const [writer, second] = await officersOf(tx, top)
  if (writer === undefined || second === undefined) return
  const draft = await run<Bulletin>(tx, writer, 'createBulletin', { template })
  const { requestId } = await run<Bulletin>(tx, writer, 'submitBulletin', { bulletinId: draft.id })
  await run(tx, second, 'decideApproval', { approvalId: requestId, decision: 'approve' })
}

async function run<T>(tx: Tx, actor: Actor, operationId: string, input: object): Promise<T> {
  const route = modules.flatMap(({ routes }) => routes).find((each) => each.operationId === operationId)
  if (route?.kind !== 'tenant') throw new Error(`${operationId} is no operation of a tenant`)
  return (await route.run(tx, actor, input as never)) as T
}

/** Officers of the federation who may write and release, those without an account first: nobody who tries the demo wrote it. */
async function officersOf(tx: Tx, top: string): Promise<Actor[]> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select distinct on (a.person_id) a.appointment_id as id, a.person_id as "personId" from appointments a
    where a.tenant_id = ${tx.tenantId} and a.organisation_id = ${top} and a.post in ('city_officer', 'federation_officer')
      and a.superseded_at is null and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)
      and a.substitutes_id is null
    order by a.person_id, a.starts_on`.execute(tx)
  const accounts = await tx
    .selectFrom('accounts')
    .select('person_id')
    .where('tenant_id', '=', tx.tenantId)
    .execute()
  const known = new Set(accounts.map((account) => account.person_id))
  const ordered = rows.sort((a, b) => Number(known.has(a.personId)) - Number(known.has(b.personId)))
  const asker: Actor = {
    tenantId: tx.tenantId,
    sessionId: newId(),
    accountId: newId(),
    personId: newId(),
    appointment: null,
    grants: [],
    tokenId: null,
    today: await today(tx),
    signInDue: null,
  }
  return Promise.all(ordered.slice(0, 2).map(({ id }) => actorOfAppointment(tx, asker, id)))
}
