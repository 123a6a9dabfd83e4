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
  const great = await latestGreatEvent(tx)
  if (great !== undefined) await run(tx, writer, 'updateBulletin', withGreatEvent(draft, great))
  const { requestId } = await run<Bulletin>(tx, writer, 'submitBulletin', { bulletinId: draft.id })
  await run(tx, second, 'decideApproval', { approvalId: requestId, decision: 'approve' })
}

/** The newest edition of the yearly event: which one it was since which year, and when. */
interface GreatEvent {
  edition: number
  since: string
  day: string
}

async function latestGreatEvent(tx: Tx): Promise<GreatEvent | undefined> {
  const { rows } = await sql<GreatEvent>`
    select e.edition_no::int as edition, to_char(s.starts_on, 'YYYY') as since, (e.starts_at at time zone 'Asia/Shanghai')::date::text as day
    from events e join event_series s on s.tenant_id = e.tenant_id and s.id = e.series_id and s.kind = 'editions'
    where e.tenant_id = ${tx.tenantId} and e.state = 'closed' order by e.starts_at desc limit 1`.execute(tx)
  return rows[0]
}

/** The draft with a paragraph about that event, who came to it being a figure like all others. */
function withGreatEvent({ id, version, textZh, textEn }: Bulletin, { edition, since, day }: GreatEvent) {
  const [, month, date] = day.split('-').map(Number)
  const dayZh = `${month}月${date}日`
  const zh = `一年一度的“七夕”大型联谊从${since}年办起，已经连续举办${edition}届，基层工会和职工都认。最近一届在${dayZh}，来自各区局、集团公司的{participations|${day}}名单身职工到场。`
  const en = `The great event of Qixi has been held every year since ${since}, ${edition} times so far. {participations|${day}} single workers of many bureaus and groups of companies came to the last one, on ${day}.`
  return {
    bulletinId: id,
    version,
    asOf: null,
    textZh: beforeSecondHeading(textZh, zh),
    textEn: beforeSecondHeading(textEn, en),
  }
}

function beforeSecondHeading(text: string, paragraph: string): string {
  const second = text.indexOf('\n## ', text.indexOf('\n## ') + 1)
  return `${text.slice(0, second)}\n${paragraph}${text.slice(second)}`
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
  return Array.fromAsync(ordered.slice(0, 2), ({ id }) => actorOfAppointment(tx, asker, id))
}
