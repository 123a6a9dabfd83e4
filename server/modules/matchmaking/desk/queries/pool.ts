import { sql, type RawBuilder } from 'kysely'
import type { operations, PoolEntry } from '#contract/matchmaking-desk.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { refusals } from '../../entry/refusals.ts'
import { ownUnitAmong } from '../../entry/stages.ts'
import type { MatchmakerRow } from '../matchmaker-store.ts'
import { mustHaveCase, mustHaveDesk } from '../policy.ts'
import { possiblePartners } from './possible-partners.ts'
import { profilesOf, type DeskProfile } from './profiles.ts'

/** Whose desk it is. */
export interface AtDesk {
  actor: Actor
  matchmaker: MatchmakerRow
}

type Filters = Omit<InputOf<(typeof operations)['listPool']>, 'limit' | 'cursor'>
type Page = OutputOf<(typeof operations)['listPool']>

interface PoolRow {
  profileId: string
  personId: string
  free: boolean
}

const batchSize = 200
const batchesAPage = 10

/** The shared pool by coarse facts, in an order that says nothing: no name, no nickname, no search. */
export async function listPool(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listPool']>,
): Promise<Page> {
  const matchmaker = await mustHaveDesk(tx, actor)
  return pageOfPool(tx, { actor, matchmaker }, input, (_, personIds) => Promise.resolve(new Set(personIds)))
}

/** Whom the person of one's case could be introduced to, of the pool and of one's own cases. */
export async function listCasePartners(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listCasePartners']>,
): Promise<Page> {
  const { matchmaker, ownCase } = await mustHaveCase(tx, actor, input.caseId)
  return pageOfPool(tx, { actor, matchmaker }, input, (there, personIds) =>
    possiblePartners(there, ownCase.personId, personIds),
  )
}

/** One profile a matchmaker may see: of the shared pool, or of an own case. Everybody else is "not there". */
export async function poolProfile(
  tx: Tx,
  desk: AtDesk,
  profileId: string,
): Promise<(PoolRow & { profile: DeskProfile }) | undefined> {
  const rows = await poolRows(tx, desk, sql`d.id = ${profileId}`)
  const [entry] = await visible(tx, desk, rows)
  return entry
}

/** The profile of a person whom a matchmaker may see, by the same measure; undefined for everybody else. */
export async function poolPerson(tx: Tx, desk: AtDesk, personId: string): Promise<DeskProfile | undefined> {
  const [entry] = await visible(tx, desk, await poolRows(tx, desk, sql`d.person_id = ${personId}`))
  return entry?.profile
}

async function pageOfPool(
  tx: Tx,
  desk: AtDesk,
  input: Filters & { limit?: number; cursor?: string },
  keep: (tx: Tx, personIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Page> {
  const limit = input.limit ?? 50
  let [after] = readCursor(input.cursor, ['00000000-0000-0000-0000-000000000000']) as [string]
  const items: PoolEntry[] = []
  // Age and education are sealed or worked out: whoever filters by them reads on until the page is full.
  for (let batch = 0; batch < batchesAPage; batch += 1) {
    const rows = await poolRows(tx, desk, sql`d.id > ${after} and ${clearFilters(input)}`)
    const entries = (await visible(tx, desk, rows)).filter(({ profile }) => fits(profile, input))
    const kept = await keep(
      tx,
      entries.map((entry) => entry.personId),
    )
    for (const entry of entries.filter((each) => kept.has(each.personId))) {
      if (items.length === limit) return { items, nextCursor: writeCursor([items.at(-1)!.profileId]) }
      items.push(shown(entry))
    }
    if (rows.length < batchSize) return { items, nextCursor: null }
    after = rows.at(-1)!.profileId
  }
  return { items, nextCursor: writeCursor([after]) }
}

/** Of the pool: not hidden, within reach and the districts looked after; or an own case. At most a batch, by the random ids of profiles. */
async function poolRows(
  tx: Tx,
  { actor, matchmaker }: AtDesk,
  condition: RawBuilder<unknown>,
): Promise<PoolRow[]> {
  const { rows } = await sql<PoolRow>`
    select d.id as "profileId", d.person_id as "personId", c.id is null as free from dating_profiles d
    join member_index m on m.tenant_id = d.tenant_id and m.person_id = d.person_id and m.kind = 'member'
    left join matchmaker_cases c on c.tenant_id = d.tenant_id and c.person_id = d.person_id and c.ended_on is null
    where d.tenant_id = ${tx.tenantId} and ${condition} and d.person_id <> ${matchmaker.personId}
      and not exists (select from profile_hidings h where h.tenant_id = d.tenant_id and h.profile_id = d.id and h.ended_at is null)
      and (c.matchmaker_id = ${matchmaker.id} or (d.in_pool and ${inScope(tx, { actor, permission: 'matchmaking.desk' }, sql.ref('m.union_id'))}
        and (${matchmaker.districtCodes.length} = 0 or d.district_code = any(${matchmaker.districtCodes}::text[]))))
    order by d.id limit ${batchSize}`.execute(tx)
  return rows
}

async function visible(
  tx: Tx,
  { matchmaker }: AtDesk,
  rows: readonly PoolRow[],
): Promise<(PoolRow & { profile: DeskProfile })[]> {
  const personIds = rows.map((row) => row.personId)
  const refused = await refusals(tx, { personIds })
  const colleagues = await ownUnitAmong(tx, matchmaker.personId, personIds)
  const profiles = await profilesOf(tx, personIds)
  return rows.flatMap((row) => {
    const profile = profiles.get(row.personId)
    if (profile === undefined || refused.has(row.personId)) return []
    return profile.hideFromUnit && colleagues.has(row.personId) ? [] : [{ ...row, profile }]
  })
}

function clearFilters({ districtCode, free }: Filters): RawBuilder<unknown> {
  const parts = [sql`true`]
  if (districtCode !== undefined) parts.push(sql`d.district_code = ${districtCode}`)
  if (free !== undefined) parts.push(sql`(c.id is null) = ${free}`)
  return sql.join(parts, sql` and `)
}

function fits({ sex, card }: DeskProfile, filters: Filters): boolean {
  if (filters.sex !== undefined && sex !== filters.sex) return false
  if (filters.ageBand !== undefined && card.ageBand !== filters.ageBand) return false
  return filters.education === undefined || card.educationLevel === filters.education
}

function shown({ profileId, free, profile }: PoolRow & { profile: DeskProfile }): PoolEntry {
  const { ageBand, districtCode, educationLevel } = profile.card
  return { profileId, sex: profile.sex, ageBand, districtCode, education: educationLevel, free }
}
