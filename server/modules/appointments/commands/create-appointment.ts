import { sql } from 'kysely'
import type { operations } from '#contract/appointments.ts'
import type { InputOf } from '#contract/operation.ts'
import { appoint, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { mustFitGuards, type PostGuard } from '#server/platform/post-guard.ts'
import { mustBeWithinReach } from '../candidates.ts'
import { lockTenant } from '../lock-tenant.ts'
import { mustBeImpartial, mustGive } from '../policy.ts'

type Input = InputOf<(typeof operations)['createAppointment']>

type Create = (tx: Tx, actor: Actor, input: Input) => Promise<{ appointmentId: string }>

/**
 * Records that a person within reach holds a post below one's own at an organisation within scope. An election has a term. Nobody appoints
 * themself or a near relative; a post that one person holds is free first; a programme's rules about candidates (`guards`) hold here as everywhere.
 */
export function createAppointmentOf(guards: readonly PostGuard[]): Create {
  return async (tx, actor, input) => {
    await lockTenant(tx)
    await mustReach(tx, { actor, permission: 'appointments.write' }, input.organisationId)
    await mustGive(tx, actor, input.post)
    mustBeDated(input)
    const personId = await mustBeWithinReach(tx, actor, input.personId)
    await mustBeImpartial(tx, actor, personId)
    await mustFitThere(tx, input)
    await mustBeFree(tx, { ...input, personId })
    await mustFitGuards(tx, actor, { guards, post: { ...input, personId } })
    return appoint(tx, actor, {
      ...input,
      personId,
      endsBefore: input.endsBefore ?? null,
      substitutesId: null,
    })
  }
}

function mustBeDated({ basis, startsOn, endsBefore }: Input): void {
  if (basis === 'election' && endsBefore === undefined)
    invalid([{ path: 'endsBefore', code: 'field.required' }])
  if (endsBefore !== undefined && endsBefore <= startsOn)
    invalid([{ path: 'endsBefore', code: 'access.end_before_start' }])
}

/** The organisation must exist on the first day and be of a kind at which the post can be held. */
async function mustFitThere(tx: Tx, input: Input): Promise<void> {
  const { rows } = await sql<{ fits: boolean; exists: boolean }>`
    select posts.kinds is null or o.kind = any(posts.kinds) as fits,
      exists (select from organisation_profiles p where p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.superseded_at is null
        and p.starts_on <= ${input.startsOn}::date and (p.ends_before is null or ${input.startsOn}::date < p.ends_before)) as exists
    from organisations o, posts where o.tenant_id = ${tx.tenantId} and o.id = ${input.organisationId} and posts.code = ${input.post}`.execute(
    tx,
  )
  const [found] = rows
  if (found === undefined || !found.fits) refuse('access.post_not_here', { post: input.post })
  if (!found.exists) refuse('access.organisation_not_then', { startsOn: input.startsOn })
}

/** Nobody holds the same post there twice, and a post for one is not held by another at the same time. */
async function mustBeFree(tx: Tx, input: Input): Promise<void> {
  const { rows } = await sql<{ same: boolean; most: number | null; held: number }>`
    select coalesce(bool_or(a.person_id = ${input.personId}), false) as same, posts.most_holders as most, count(a.id)::int as held
    from posts left join appointments a on a.post = posts.code and a.tenant_id = ${tx.tenantId} and a.organisation_id = ${input.organisationId}
      and a.superseded_at is null and a.substitutes_id is null and a.starts_on < coalesce(${input.endsBefore ?? null}::date, 'infinity')
      and ${input.startsOn}::date < coalesce(a.ends_before, 'infinity')
    where posts.code = ${input.post} group by posts.most_holders`.execute(tx)
  const { same, most, held } = rows[0]!
  if (same) conflict('access.already_appointed')
  if (most !== null && held >= most) refuse('access.post_taken', { post: input.post })
}
