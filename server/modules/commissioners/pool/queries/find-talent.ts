import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Talent } from '#contract/commissioners-pool.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** An entry with what only the server needs. */
export interface TalentRow extends Omit<Talent, 'recommendedBy' | 'can'> {
  personId: string
  organisationId: string
  organisationName: string
  inReach: boolean
}

const write = 'commissioners.write'

/** The open entries an officer may see: recommended within scope, or shared by the person with all streets. */
export function visibleTalents(tx: Tx, actor: Actor, condition: RawBuilder<unknown>): RawBuilder<TalentRow> {
  const isInReach = inScope(tx, { actor, permission: write }, sql.ref('t.organisation_id'))
  const shared = sql<SqlBool>`exists (select from talent_sharings s where s.tenant_id = t.tenant_id and s.talent_id = t.id and s.ended_at is null)`
  return sql<TalentRow>`
    select v.*, p.name, at.name as "organisationName", (select count(*)::int from appointments a
        where a.tenant_id = ${tx.tenantId} and a.person_id = v."personId" and a.post = 'commissioner' and a.superseded_at is null
          and a.substitutes_id is null and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)) as "postsHeld"
    from (
      select t.id, t.person_id as "personId", t.organisation_id as "organisationId", t.skills, t.trained_hours as "trainedHours", t.training,
        t.available_from as "availableFrom", t.full_time as "fullTime", t.wished_street_ids::text[] as "wishedStreetIds", t.wishes,
        t.entered_on as "enteredOn", ${shared} as shared, ${isInReach} as "inReach"
      from talents t where t.tenant_id = ${tx.tenantId} and t.ended_on is null) v
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = v."personId"
    cross join lateral (${lastName(tx, sql.ref('v.organisationId'))}) at
    where (v."inReach" or v.shared) and ${condition}`
}

/** An open entry one may see; otherwise "not found". */
export async function mustSeeTalent(tx: Tx, actor: Actor, talentId: string): Promise<TalentRow> {
  const { rows } = await sql<TalentRow>`${visibleTalents(tx, actor, sql`v.id = ${talentId}`)}`.execute(tx)
  return found(rows[0])
}

/** An open entry that was recommended within scope, locked; otherwise "not found". */
export async function mustChangeTalent(
  tx: Tx,
  actor: Actor,
  talentId: string,
): Promise<{ id: string; organisationId: string }> {
  const { rows } = await sql<{ id: string; organisationId: string }>`
    select id, organisation_id as "organisationId" from talents
    where tenant_id = ${tx.tenantId} and id = ${talentId} and ended_on is null for update`.execute(tx)
  const talent = found(rows[0])
  const reached = await canReach(tx, { actor, permission: write }, talent.organisationId)
  return found(reached ? talent : undefined)
}

/** An entry as the contract has it. */
export function asTalent(row: TalentRow): Talent {
  return {
    id: row.id,
    name: row.name,
    recommendedBy: { id: row.organisationId, name: row.organisationName },
    skills: row.skills,
    trainedHours: row.trainedHours,
    training: row.training,
    availableFrom: row.availableFrom,
    fullTime: row.fullTime,
    wishedStreetIds: row.wishedStreetIds,
    wishes: row.wishes,
    enteredOn: row.enteredOn,
    postsHeld: row.postsHeld,
    shared: row.shared,
    can: { change: row.inReach },
  }
}
