import { sql } from 'kysely'
import type { AccessExplanation } from '#contract/access.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { passablePermissions } from '../delegation-store.ts'
import { allows, type Asked } from '../rules.ts'
import { appointmentsOf } from './actor.ts'
import { grantsOfAppointment } from './appointment-grants.ts'
import { lastName } from './delegations.ts'

type Ways = Pick<AccessExplanation, 'elsewhere' | 'ended' | 'posts' | 'appointers' | 'canBeDelegated'>

/**
 * How somebody who lacks a power could come by it: another of their own appointments, one that has ended, the posts it follows from and
 * who gives those (posts, never persons), or a delegation.
 */
export async function waysToIt(tx: Tx, actor: Actor, asked: Asked): Promise<Ways> {
  const posts = await postsWith(tx, asked.permission, actor.today)
  return {
    elsewhere: await elsewhere(tx, actor, asked),
    ended: await endedWith(tx, actor, asked.permission),
    posts,
    appointers: await appointersOf(
      tx,
      posts.map((each) => each.post),
      actor.today,
    ),
    canBeDelegated: (await passablePermissions(tx, 'delegation', actor.today)).has(asked.permission),
  }
}

async function elsewhere(tx: Tx, actor: Actor, asked: Asked): Promise<Ways['elsewhere']> {
  const found: Ways['elsewhere'] = []
  for (const other of await appointmentsOf(tx, actor.personId, actor.today)) {
    if (other.id === actor.appointment?.id) continue
    const grants = await grantsOfAppointment(tx, other, actor.today)
    if (allows({ ...actor, appointment: other, grants }, asked))
      found.push({ appointmentId: other.id, post: other.post, organisationName: other.organisationName })
  }
  return found
}

/** One's own appointments that are over and whose post had the power on its last day, the latest first. */
async function endedWith(tx: Tx, actor: Actor, permission: Permission): Promise<Ways['ended']> {
  const { rows } = await sql<Ways['ended'][number]>`
    select a.post, at.name as "organisationName", a.ends_before - 1 as "endedOn" from appointments a
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) at
    where a.tenant_id = ${tx.tenantId} and a.person_id = ${actor.personId} and a.superseded_at is null and a.ends_before <= ${actor.today}::date
      and exists (select from post_grants g where g.post = a.post and g.permission = ${permission}
        and g.starts_on < a.ends_before and (g.ends_before is null or a.ends_before <= g.ends_before))
    order by a.ends_before desc limit 3`.execute(tx)
  return rows
}

async function postsWith(tx: Tx, permission: Permission, day: string): Promise<Ways['posts']> {
  const { rows } = await sql<Ways['posts'][number]>`
    select g.post, g.reach as scope from post_grants g join posts on posts.code = g.post
    where g.permission = ${permission} and g.starts_on <= ${day}::date and (g.ends_before is null or ${day}::date < g.ends_before)
    order by posts.sort`.execute(tx)
  return rows
}

async function appointersOf(tx: Tx, posts: readonly string[], day: string): Promise<string[]> {
  const { rows } = await sql<{ appointer: string }>`
    select p.appointer from post_appointers p join posts on posts.code = p.appointer
    where p.post = any(${posts}::text[]) and p.starts_on <= ${day}::date and (p.ends_before is null or ${day}::date < p.ends_before)
    group by p.appointer, posts.sort order by posts.sort`.execute(tx)
  return rows.map((row) => row.appointer)
}
