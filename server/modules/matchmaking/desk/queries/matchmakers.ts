import { sql, type RawBuilder } from 'kysely'
import type {
  Matchmaker,
  MatchmakerCandidate,
  MatchmakerWish,
  operations,
} from '#contract/matchmaking-matchmakers.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { inScope, lastName, mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { matchmakerState } from '../rules.ts'

const manage = 'matchmaking.manage'

interface Row extends Omit<Matchmaker, 'state'> {
  holdsPost: boolean
}

/** Matchmakers within scope; those with most open cases first. */
export async function listMatchmakers(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listMatchmakers']>,
): Promise<OutputOf<(typeof operations)['listMatchmakers']>> {
  if (input.organisationId !== undefined)
    await mustReach(tx, { actor, permission: manage }, input.organisationId)
  const limit = input.limit ?? 50
  const [cases, id] = readCursor(input.cursor, ['', '']) as [string, string]
  const matching = await matchmakersWhere(tx, actor, conditions(input))
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from (${matching}) m`.execute(tx)
  const { rows } = await sql<Row>`
    select * from (${matching}) m
    where ${id} = '' or (-m."openCases", m.id) > (-nullif(${cases}, '')::int, nullif(${id}, '')::uuid)
    order by -m."openCases", m.id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit).map(asMatchmaker)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([String(last.openCases), last.id]) : null,
    total: counted[0]!.total,
  }
}

/** One matchmaker within scope. */
export async function getMatchmaker(
  tx: Tx,
  actor: Actor,
  input: { matchmakerId: string },
): Promise<Matchmaker> {
  const { rows } =
    await sql<Row>`${await matchmakersWhere(tx, actor, sql`m.id = ${input.matchmakerId}`)}`.execute(tx)
  return asMatchmaker(found(rows[0]))
}

/** Appointments to the post within scope whose holder has no open entry. */
export async function listMatchmakerCandidates(
  tx: Tx,
  actor: Actor,
): Promise<{ items: MatchmakerCandidate[] }> {
  const { rows } = await sql<MatchmakerCandidate>`
    select a.appointment_id as "appointmentId", p.name, o.name as "organisationName"
    from appointments a join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) o
    where a.tenant_id = ${tx.tenantId} and a.post = 'matchmaker' and a.superseded_at is null and a.substitutes_id is null
      and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)
      and ${inScope(tx, { actor, permission: manage }, sql.ref('a.organisation_id'))}
      and not exists (select from matchmakers m where m.tenant_id = a.tenant_id and m.ended_on is null and m.person_id = coalesce(
        (select alias.person_id from person_aliases alias where alias.tenant_id = a.tenant_id and alias.alias_id = a.person_id and alias.undone_at is null),
        a.person_id))
    order by p.name, a.appointment_id limit 200`.execute(tx)
  return { items: rows }
}

/** Open wishes for a matchmaker within scope: where and since when, never who. */
export async function listMatchmakerWishes(tx: Tx, actor: Actor): Promise<{ items: MatchmakerWish[] }> {
  const { rows } = await sql<Omit<MatchmakerWish, 'wishedAt'> & { wishedAt: Date }>`
    select w.id, w.organisation_id as "organisationId", o.name as "organisationName", d.district_code as "districtCode", w.wished_at as "wishedAt",
      former.name as "formerMatchmaker"
    from matchmaker_wishes w
    cross join lateral (${lastName(tx, sql.ref('w.organisation_id'))}) o
    left join dating_profiles d on d.tenant_id = w.tenant_id and d.person_id = w.person_id
    left join matchmakers m on m.tenant_id = w.tenant_id and m.id = w.former_matchmaker_id
    left join persons former on former.tenant_id = m.tenant_id and former.id = m.person_id
    where w.tenant_id = ${tx.tenantId} and w.ended_at is null and ${inScope(tx, { actor, permission: manage }, sql.ref('w.organisation_id'))}
    order by w.wished_at, w.id limit 200`.execute(tx)
  return { items: rows.map((row) => ({ ...row, wishedAt: row.wishedAt.toISOString() })) }
}

async function matchmakersWhere(
  tx: Tx,
  actor: Actor,
  condition: RawBuilder<unknown>,
): Promise<RawBuilder<unknown>> {
  const grace = await ruleFor<number>(tx, 'matchmaking.follow_up_grace_days', actor.today)
  return sql`
    select m.*, p.name, o.name as "organisationName" from (
      select m.id, m.person_id, m.organisation_id as "organisationId", m.registered_on as "registeredOn", m.agreement_no as "agreementNo",
        m.agreement_signed_on as "agreementSignedOn", m.training, m.trained_on as "trainedOn", m.district_codes as "districtCodes",
        m.caseload_limit as "caseloadLimit", m.ended_on as "endedOn", m.end_reason as "endReason",
        (select count(*)::int from matchmaker_cases c where c.tenant_id = m.tenant_id and c.matchmaker_id = m.id and c.ended_on is null) as "openCases",
        (select count(*)::int from follow_ups f where f.tenant_id = m.tenant_id and f.matchmaker_id = m.id and f.done_at is null
          and f.due_on + ${grace.value}::int <= app_today()) as "overdueFollowUps",
        exists (select from appointments a where a.tenant_id = m.tenant_id and a.organisation_id = m.organisation_id and a.post = 'matchmaker'
          and a.superseded_at is null and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)
          and (a.person_id = m.person_id or a.person_id in (select alias.alias_id from person_aliases alias
            where alias.tenant_id = m.tenant_id and alias.person_id = m.person_id and alias.undone_at is null))) as "holdsPost"
      from matchmakers m
      where m.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: manage }, sql.ref('m.organisation_id'))}) m
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = m.person_id
    cross join lateral (${lastName(tx, sql.ref('m.organisationId'))}) o
    where ${condition}`
}

function conditions(input: InputOf<(typeof operations)['listMatchmakers']>): RawBuilder<unknown> {
  const parts = [sql`true`]
  if (input.organisationId !== undefined) parts.push(sql`m."organisationId" = ${input.organisationId}`)
  if (input.room === true) parts.push(sql`m."endedOn" is null and m."openCases" < m."caseloadLimit"`)
  switch (input.state) {
    case 'ended':
      parts.push(sql`m."endedOn" is not null`)
      break
    case 'no_post':
      parts.push(sql`m."endedOn" is null and not m."holdsPost"`)
      break
    case 'unsigned':
      parts.push(sql`m."endedOn" is null and m."holdsPost" and m."agreementSignedOn" is null`)
      break
    case 'active':
      parts.push(sql`m."endedOn" is null and m."holdsPost" and m."agreementSignedOn" is not null`)
      break
    case undefined:
  }
  return sql.join(parts, sql` and `)
}

function asMatchmaker({ holdsPost, ...row }: Row): Matchmaker {
  return {
    id: row.id,
    name: row.name,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    state: matchmakerState({ holdsPost, endedOn: row.endedOn, agreementSignedOn: row.agreementSignedOn }),
    registeredOn: row.registeredOn,
    agreementNo: row.agreementNo,
    agreementSignedOn: row.agreementSignedOn,
    training: row.training,
    trainedOn: row.trainedOn,
    districtCodes: row.districtCodes,
    caseloadLimit: row.caseloadLimit,
    openCases: row.openCases,
    overdueFollowUps: row.overdueFollowUps,
    endedOn: row.endedOn,
    endReason: row.endReason,
  }
}
