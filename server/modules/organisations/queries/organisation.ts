import { sql, type RawBuilder } from 'kysely'
import type { Headcount, Link, NamedOrganisation, Organisation, Term } from '#contract/organisation-shapes.ts'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { holdsAt, knownAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Moment } from '#server/platform/measure.ts'
import { mustReachOrganisations, reachesOrganisation } from '../policy.ts'
import { storyOf, type Ending, type Succession } from '../story.ts'
import { profileSelection } from '../store.ts'
import { asOrganisationRow, registerColumns, type RegisterRow } from './columns.ts'
import { idsAboveAt, idsBelowAt, isNow, momentOf, nameAt } from './moment.ts'

type Input = InputOf<(typeof operations)['getOrganisation']>
type Version = Organisation['history'][number]

/**
 * One organisation: as it is (or was at the moment asked for; an ended one as on its last day), everything ever recorded of it as known at that
 * moment, and what the reader may do.
 */
export async function getOrganisation(tx: Tx, actor: Actor, input: Input): Promise<Organisation> {
  const id = input.organisationId
  await mustReachOrganisations(tx, { actor, permission: 'organisations.read' }, [id])
  const asked = momentOf(actor, input)
  const history = await versionsOf(tx, id, asked)
  const moment = { ...asked, asOf: dayWithin(history, asked.asOf) }
  const row = asOrganisationRow(await registerRow(tx, id, { moment, now: isNow(actor, moment) }))
  const leads = await linksOf(tx, id, { moment, kinds: 'leads' })
  const affiliations = await linksOf(tx, id, { moment, kinds: 'others' })
  const [ending = null] = await endingOf(tx, id, moment)
  const headcounts = await headcountsOf(tx, id, moment)
  const terms = await termsOf(tx, id, moment)
  const coverages = await coverageLinksOf(tx, id, {
    moment,
    role: row.kind === 'employer' ? 'employer' : 'union',
  })
  const successions = await successionsOf(tx, id, moment)
  const write = await reachesOrganisation(tx, { actor, permission: 'organisations.write' }, id)
  const alive = ending === null || ending.endedOn > actor.today
  return {
    ...row,
    profile: found(history.find((each) => holds(each, moment.asOf))),
    history,
    ancestors: await ancestorsOf(tx, id, moment),
    childCount: await childCountOf(tx, id, moment),
    leads,
    affiliations,
    coverages,
    headcounts,
    terms,
    chairs: await chairsOf(tx, id, moment),
    ending,
    story: storyOf({ history, leads, affiliations, headcounts, terms, successions, ending }),
    can: {
      change: write && alive,
      close: write && ending === null && row.parent !== null,
      addBelow: write && alive,
      import: await reachesOrganisation(tx, { actor, permission: 'organisations.import' }, id),
    },
  }
}

const recordedAt = asInstant(sql`x.recorded_at`)
const dates = sql`x.starts_on as "startsOn", x.ends_before as "endsBefore", ${recordedAt}`

function asInstant(at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"`
}

/** Dates of a row that may have been written anew when what came after it changed: it was recorded when its like first was. */
function datesOfLike(tx: Tx, table: string, same: readonly string[]): RawBuilder<unknown> {
  const alike = same.map((column) => sql`y.${sql.ref(column)} = x.${sql.ref(column)}`)
  const first = sql`(select min(y.recorded_at) from ${sql.table(table)} y where y.tenant_id = ${tx.tenantId} and ${sql.join(alike, sql` and `)})`
  return sql`x.starts_on as "startsOn", x.ends_before as "endsBefore", ${asInstant(first)}`
}

async function versionsOf(tx: Tx, id: string, moment: Moment): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select ${profileSelection('x')}, ${datesOfLike(tx, 'organisation_profiles', ['organisation_id', 'name', 'starts_on'])}, x.document_no as "documentNo" from organisation_profiles x
    where x.tenant_id = ${tx.tenantId} and x.organisation_id = ${id} and ${knownAt('x', moment)} order by x.starts_on`.execute(
    tx,
  )
  if (rows.length === 0) found(null)
  return rows
}

// An ended organisation is shown as on its last day, one that is yet to begin as on its first.
function dayWithin(history: readonly Version[], day: string): string {
  const first = history[0]!
  const last = history.at(-1)!
  if (day < first.startsOn) return first.startsOn
  if (last.endsBefore === null || day < last.endsBefore) return day
  const before = new Date(`${last.endsBefore}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}

function holds(each: { startsOn: string; endsBefore: string | null }, day: string): boolean {
  return each.startsOn <= day && (each.endsBefore === null || day < each.endsBefore)
}

async function registerRow(
  tx: Tx,
  id: string,
  asked: { moment: Moment; now: boolean },
): Promise<RegisterRow> {
  const { rows } = await sql<RegisterRow>`
    with row as (
      select o.id, o.kind, o.union_type, o.two_new_type, o.stat_code, p.name, p.uscc, p.street, p.direct_point from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and ${holdsAt('p', asked.moment)}
      where o.tenant_id = ${tx.tenantId} and o.id = ${id})
    ${registerColumns(tx, asked)}`.execute(tx)
  return found(rows[0])
}

async function linksOf(
  tx: Tx,
  id: string,
  ask: { moment: Moment; kinds: 'leads' | 'others' },
): Promise<Link[]> {
  const wanted =
    ask.kinds === 'leads'
      ? sql`x.kind = 'leads' and x.child_id = ${id}`
      : sql`x.kind <> 'leads' and (x.child_id = ${id} or x.parent_id = ${id})`
  const other = sql`case when x.child_id = ${id} then x.parent_id else x.child_id end`
  const { rows } = await sql<Link>`
    select x.id, x.kind, jsonb_build_object('id', ${other}, 'name', ${nameAt(tx, other, ask.moment)}) as other, x.document_no as "documentNo",
      ${datesOfLike(tx, 'affiliations', ['child_id', 'parent_id', 'kind', 'starts_on'])}
    from affiliations x where x.tenant_id = ${tx.tenantId} and ${wanted} and ${knownAt('x', ask.moment)} order by x.starts_on, x.id`.execute(
    tx,
  )
  return rows
}

// A joint union may cover hundreds: the page shows the first ones and says how many there are in the register.
const mostCoverages = 500

async function coverageLinksOf(
  tx: Tx,
  id: string,
  ask: { moment: Moment; role: 'union' | 'employer' },
): Promise<Link[]> {
  const own = sql.ref(ask.role === 'union' ? 'x.union_id' : 'x.employer_id')
  const other = sql.ref(ask.role === 'union' ? 'x.employer_id' : 'x.union_id')
  const { rows } = await sql<Link>`
    select x.id, 'covers' as kind, jsonb_build_object('id', ${other}, 'name', ${nameAt(tx, other, ask.moment)}) as other, null as "documentNo", ${dates}
    from coverages x where x.tenant_id = ${tx.tenantId} and ${own} = ${id} and ${knownAt('x', ask.moment)}
    order by x.ends_before is not null, x.starts_on desc, x.id limit ${mostCoverages}`.execute(tx)
  return rows
}

async function headcountsOf(tx: Tx, id: string, moment: Moment): Promise<Headcount[]> {
  const { rows } = await sql<Headcount>`
    select x.id, x.as_of as "asOf", x.workers, x.women, x.migrants, x.members, x.women_members as "womenMembers", x.source, ${recordedAt}
    from headcounts x where x.tenant_id = ${tx.tenantId} and x.organisation_id = ${id} and ${knownAt('x', moment)} order by x.as_of desc`.execute(
    tx,
  )
  return rows
}

async function termsOf(tx: Tx, id: string, moment: Moment): Promise<Term[]> {
  const { rows } = await sql<Term>`
    select x.id, x.elected_on as "electedOn", x.term_years as "termYears", x.document_no as "documentNo", ${dates}
    from union_terms x where x.tenant_id = ${tx.tenantId} and x.organisation_id = ${id} and ${knownAt('x', moment)} order by x.starts_on desc`.execute(
    tx,
  )
  return rows
}

async function chairsOf(tx: Tx, id: string, moment: Moment): Promise<Organisation['chairs']> {
  const { rows } = await sql<Organisation['chairs'][number]>`
    select x.appointment_id as "appointmentId", x.post, n.name, x.starts_on as "startsOn", x.ends_before as "endsBefore" from appointments x
    join persons n on n.tenant_id = x.tenant_id and n.id = x.person_id
    where x.tenant_id = ${tx.tenantId} and x.organisation_id = ${id} and x.post in ('union_chair', 'union_vice_chair') and ${knownAt('x', moment)}
    order by x.starts_on desc, x.post`.execute(tx)
  return rows
}

async function endingOf(tx: Tx, id: string, moment: Moment): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select x.ended_on as "endedOn", x.reason, x.document_no as "documentNo", ${recordedAt} from organisation_endings x
    where x.tenant_id = ${tx.tenantId} and x.organisation_id = ${id} and ${knownAt('x', moment)}`.execute(tx)
  return rows
}

async function successionsOf(tx: Tx, id: string, moment: Moment): Promise<Succession[]> {
  const other = sql`case when x.predecessor_id = ${id} then x.successor_id else x.predecessor_id end`
  const { rows } = await sql<Succession>`
    select x.kind, case when x.predecessor_id = ${id} then 'predecessor' else 'successor' end as "as",
      jsonb_build_object('id', ${other}, 'name', ${nameAt(tx, other, moment)}) as other, x.happened_on as "happenedOn", x.document_no as "documentNo", ${recordedAt}
    from successions x where x.tenant_id = ${tx.tenantId} and (x.predecessor_id = ${id} or x.successor_id = ${id}) and ${knownAt('x', moment)}`.execute(
    tx,
  )
  return rows
}

async function ancestorsOf(tx: Tx, id: string, moment: Moment): Promise<NamedOrganisation[]> {
  const { rows } = await sql<NamedOrganisation>`
    select a.id, ${nameAt(tx, sql.ref('a.id'), moment)} as name from (${idsAboveAt(tx, sql`${id}::uuid`, moment)}) a where a.depth > 0 order by a.depth desc`.execute(
    tx,
  )
  return rows
}

async function childCountOf(tx: Tx, id: string, moment: Moment): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from affiliations a where a.tenant_id = ${tx.tenantId} and a.parent_id = ${id} and a.kind = 'leads' and ${holdsAt('a', moment)}`.execute(
    tx,
  )
  return rows[0]!.count
}

/** What a move, merger or closing from a day on would concern, for the preview of its form. */
export async function previewTreeChange(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['previewTreeChange']>,
) {
  const id = input.organisationId
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [id])
  const moment = momentOf(actor, { asOf: input.on })
  const { rows } = await sql<{
    children: number
    below: number
    coverages: number
    members: number
    membersBelow: number
  }>`
    select (select count(distinct a.child_id)::int from affiliations a where a.tenant_id = ${tx.tenantId} and a.parent_id = ${id} and a.kind = 'leads'
        and a.superseded_at is null and (a.ends_before is null or a.ends_before > ${input.on}::date)) as children,
      (select count(*)::int - 1 from (${idsBelowAt(tx, sql`${id}::uuid`, moment)}) b) as below,
      (select count(*)::int from coverages v where v.tenant_id = ${tx.tenantId} and (v.union_id = ${id} or v.employer_id = ${id})
        and v.superseded_at is null and (v.ends_before is null or v.ends_before > ${input.on}::date)) as coverages,
      (select coalesce(sum(c.members), 0)::int from union_member_counts c where c.tenant_id = ${tx.tenantId} and c.union_id = ${id}) as members,
      (select coalesce(sum(c.members), 0)::int from (${idsBelowAt(tx, sql`${id}::uuid`, moment)}) b
        join union_member_counts c on c.tenant_id = ${tx.tenantId} and c.union_id = b.id) as "membersBelow"`.execute(
    tx,
  )
  const [counts] = rows
  return { ...counts!, below: Math.max(0, counts!.below) }
}
