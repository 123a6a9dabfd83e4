import { sql } from 'kysely'
import { mustReach, type AppointmentRow } from '#server/modules/access/index.ts'
import { nearTo } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { isOneself } from './candidates.ts'

/** The posts the appointment in use may give, end and substitute today: those below its own, by dated rule data. */
export async function postsToGive(tx: Tx, actor: Actor): Promise<string[]> {
  const { rows } = await sql<{ post: string }>`
    select p.post from post_appointers p join posts on posts.code = p.post
    where p.appointer = ${actor.appointment?.post ?? null} and p.starts_on <= ${actor.today}::date
      and (p.ends_before is null or ${actor.today}::date < p.ends_before)
    order by posts.sort`.execute(tx)
  return rows.map((row) => row.post)
}

/** Refuses a post that is not below one's own. */
export async function mustGive(tx: Tx, actor: Actor, post: string): Promise<void> {
  if (!(await postsToGive(tx, actor)).includes(post)) refuse('access.post_not_yours_to_give', { post })
}

/** Passes for an appointment within scope whose post one may give, and which is neither one's own nor a near relative's. */
export async function mustDecideOn(tx: Tx, actor: Actor, appointment: AppointmentRow): Promise<void> {
  await mustReach(tx, { actor, permission: 'appointments.write' }, appointment.organisationId)
  await mustBeImpartial(tx, actor, appointment.personId)
  await mustGive(tx, actor, appointment.post)
}

/** Nobody gives or ends a post of their own, by whichever of their joined records, or of whoever they or the other declared as a near relative. */
export async function mustBeImpartial(tx: Tx, actor: Actor, personId: string): Promise<void> {
  if (await isOneself(tx, actor, personId)) refuse('access.not_oneself')
  if ((await nearTo(tx, actor.personId)).has(personId)) refuse('access.not_a_relative')
}
