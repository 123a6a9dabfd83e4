import { sql } from 'kysely'
import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { insertAppointment, raiseAccessVersion, type NewAppointment } from '../store.ts'

/**
 * Records that a person holds a post from a day on; the powers that follow from the post are theirs at the next request. One person never
 * holds two of the separate administrators' posts at the same time (三员分立).
 */
export async function appoint(
  tx: Tx,
  author: Author,
  input: NewAppointment,
): Promise<{ appointmentId: string }> {
  // First of all: whoever appoints the same person at the same moment waits here, and then sees this appointment.
  await raiseAccessVersion(tx)
  await mustBePost(tx, input.post)
  await mustBeSeparate(tx, input)
  const appointmentId = await insertAppointment(tx, author, input)
  const subject = {
    kind: 'appointment',
    id: appointmentId,
    organisationId: input.organisationId,
    params: { post: input.post, personId: input.personId, startsOn: input.startsOn },
  }
  if (input.substitutesId === null) await audit(tx, author, 'access.appointed', subject)
  else await audit(tx, author, 'access.substituted', subject)
  return { appointmentId }
}

async function mustBePost(tx: Tx, post: string): Promise<void> {
  const known = await tx.selectFrom('posts').select('code').where('code', '=', post).executeTakeFirst()
  if (known === undefined) refuse('access.unknown_post', { post })
}

async function mustBeSeparate(tx: Tx, input: NewAppointment): Promise<void> {
  const { rows } = await sql<{ post: string }>`
    select a.post from appointments a
    join posts held on held.code = a.post
    join posts wanted on wanted.code = ${input.post}
    where a.tenant_id = ${tx.tenantId} and a.person_id = ${input.personId} and a.superseded_at is null
      and held.separation = wanted.separation and held.code <> wanted.code
      and a.starts_on < coalesce(${input.endsBefore}::date, 'infinity') and ${input.startsOn}::date < coalesce(a.ends_before, 'infinity')
    limit 1`.execute(tx)
  if (rows[0] !== undefined) refuse('access.separate_posts', { held: rows[0].post, wanted: input.post })
}
