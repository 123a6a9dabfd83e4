import { sql } from 'kysely'
import type { operations } from '#contract/appointments.ts'
import type { InputOf } from '#contract/operation.ts'
import { appoint, lockAppointment, type AppointmentRow } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, refuse } from '#server/platform/errors.ts'
import { mustFitGuards, type PostGuard } from '#server/platform/post-guard.ts'
import { mustBeWithinReach } from '../candidates.ts'
import { lockTenant } from '../lock-tenant.ts'
import { mustBeImpartial, mustDecideOn } from '../policy.ts'

type Input = InputOf<(typeof operations)['appointSubstitute']>

/**
 * Lets another person work as a post during its holder's absence: an appointment of its own, dated, that ends with the original at the
 * latest. Nobody names themself or a near relative, stands in for themself or for somebody who only stands in, and the rules about candidates (`guards`) hold for whoever stands in too.
 */
export const appointSubstituteOf =
  (guards: readonly PostGuard[]) =>
  async (tx: Tx, actor: Actor, input: Input): Promise<{ appointmentId: string }> => {
    await lockTenant(tx)
    const original = found(await lockAppointment(tx, input.appointmentId))
    await mustDecideOn(tx, actor, original)
    if (original.substitutesId !== null) refuse('access.no_chain')
    await mustBeDated(tx, original, input)
    const personId = await mustBeWithinReach(tx, actor, input.personId)
    await mustBeImpartial(tx, actor, personId)
    if (personId === original.personId) refuse('access.not_for_oneself')
    await mustBeOne(tx, input)
    const { post, organisationId } = original
    await mustFitGuards(tx, actor, {
      guards,
      post: { personId, post, organisationId, startsOn: input.startsOn },
    })

    return appoint(tx, actor, {
      personId,
      post: original.post,
      organisationId: original.organisationId,
      fullTime: false,
      basis: 'substitution',
      documentNo: input.documentNo,
      startsOn: input.startsOn,
      endsBefore: input.endsBefore,
      substitutesId: original.id,
    })
  }

async function mustBeDated(tx: Tx, original: AppointmentRow, { startsOn, endsBefore }: Input): Promise<void> {
  if (endsBefore <= startsOn) invalid([{ path: 'endsBefore', code: 'access.end_before_start' }])
  const longest = await ruleFor<number>(tx, 'access.substitution_days', startsOn)
  if (endsBefore > addDays(startsOn, longest.value))
    refuse('access.substitution_too_long', { days: longest.value })
  const outlives = original.endsBefore !== null && endsBefore > original.endsBefore
  if (startsOn < original.startsOn || outlives) refuse('access.outside_the_term')
}

/** One substitute at a time. */
async function mustBeOne(tx: Tx, input: Input): Promise<void> {
  const { rows } = await sql`
    select from appointments where tenant_id = ${tx.tenantId} and substitutes_id = ${input.appointmentId} and superseded_at is null
      and starts_on < ${input.endsBefore}::date and ${input.startsOn}::date < ends_before limit 1`.execute(tx)
  if (rows.length > 0) conflict('access.substitute_exists')
}
