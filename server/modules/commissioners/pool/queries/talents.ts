import { sql, type RawBuilder } from 'kysely'
import type { operations, Talent } from '#contract/commissioners-pool.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { lastName, mustHave, mustReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import { rulesToday } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { matchOf } from '../match.ts'
import { asTalent, visibleTalents, type TalentRow } from './find-talent.ts'

const mostMatches = 20

/** The pool as one may see it, by name, one page. */
export async function listTalents(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listTalents']>,
): Promise<{ items: Talent[]; nextCursor: string | null; total: number }> {
  mustHave(actor, 'commissioners.write')
  const limit = input.limit ?? 50
  const [afterName, afterId] = readCursor(input.cursor, ['', '']) as [string, string]
  const parts: RawBuilder<unknown>[] = [sql`true`]
  const q = input.q?.trim()
  if (q) parts.push(sql`p.name like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (input.skill !== undefined) parts.push(sql`${input.skill} = any(v.skills)`)
  if (input.fullTime !== undefined) parts.push(sql`v."fullTime" = ${input.fullTime}`)
  const { rows } = await sql<TalentRow & { total: number }>`
    with matching as materialized (${visibleTalents(tx, actor, sql.join(parts, sql` and `))})
    select m.*, (select count(*)::int from matching) as total from matching m
    where ${afterId} = '' or (m.name collate "C", m.id) > (${afterName}::text collate "C", nullif(${afterId}, '')::uuid)
    order by m.name collate "C", m.id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asTalent),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.name, last.id]) : null,
    total: rows[0]?.total ?? 0,
  }
}

/** Who of the pool fits a two-new organisation within scope, the best first, with numbered reasons. */
export async function listVacancyMatches(
  tx: Tx,
  actor: Actor,
  { organisationId }: { organisationId: string },
): Promise<OutputOf<(typeof operations)['listVacancyMatches']>> {
  await mustReach(tx, { actor, permission: 'commissioners.write' }, organisationId)
  const { rows: at } = await sql<{ streetId: string | null; isTwoNew: boolean }>`
    select o.two_new_type is not null as "isTwoNew", ${streetOf(tx, sql.ref('o.id'))} as "streetId"
    from organisations o where o.tenant_id = ${tx.tenantId} and o.id = ${organisationId}`.execute(tx)
  const vacancy = at[0]!
  if (!vacancy.isTwoNew) refuse('commissioners.not_two_new')
  const { rows } = await sql<TalentRow & { streetId: string | null }>`
    select t.*, ${streetOf(tx, sql.ref('t.organisationId'))} as "streetId" from (${visibleTalents(tx, actor, sql`true`)}) t`.execute(
    tx,
  )
  const rules = await rulesToday(tx, ['commissioners.induction_hours', 'commissioners.most_posts'])
  const today = {
    day: actor.today,
    induction: rules['commissioners.induction_hours'],
    mostPosts: rules['commissioners.most_posts'],
  }
  const items = rows
    .map((row) => ({ talent: asTalent(row), ...matchOf(row, vacancy, today) }))
    .sort((a, b) => b.points - a.points || (a.talent.name < b.talent.name ? -1 : 1))
    .slice(0, mostMatches)
  return { items }
}

/** One's own entry, where there is one. */
export async function getOwnTalent(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['getOwnTalent']>> {
  const talent = await findOwnTalent(tx, actor)
  if (talent === undefined) return { talent: null }
  const { id: _id, ...shown } = talent
  return { talent: shown }
}

/** The asker's own open entry with its id. */
export async function findOwnTalent(tx: Tx, actor: Actor) {
  const records = await personRecords(tx, actor.personId)
  if (records === null) return undefined
  const { rows } = await sql<OwnRow>`
    select t.id, at.name as "recommendedBy", t.skills, t.trained_hours as "trainedHours", t.training, t.available_from as "availableFrom",
      t.full_time as "fullTime", t.wished_street_ids::text[] as "wishedStreetIds", t.wishes, t.entered_on as "enteredOn",
      exists (select from talent_sharings s where s.tenant_id = t.tenant_id and s.talent_id = t.id and s.ended_at is null) as shared
    from talents t cross join lateral (${lastName(tx, sql.ref('t.organisation_id'))}) at
    where t.tenant_id = ${tx.tenantId} and t.person_id = any(${records.recordIds}::uuid[]) and t.ended_on is null`.execute(
    tx,
  )
  return rows[0]
}

type OwnRow = { id: string } & NonNullable<OutputOf<(typeof operations)['getOwnTalent']>['talent']>

function streetOf(tx: Tx, id: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select tree.ancestor_id from organisation_tree tree
    join organisations s on s.tenant_id = tree.tenant_id and s.id = tree.ancestor_id and s.kind = 'street_federation'
    where tree.tenant_id = ${tx.tenantId} and tree.descendant_id = ${id} and tree.starts_on <= app_today()
      and (tree.ends_before is null or app_today() < tree.ends_before) order by tree.depth limit 1)`
}
