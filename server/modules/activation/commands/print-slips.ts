import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/activation.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import { slipTargets, withoutAccountOrSlip } from '../queries/slip-targets.ts'
import { insertSlipRun } from '../store.ts'

type Operation = (typeof operations)['printActivationSlips']

/** The kind of the job that writes the slips of a printing. */
export const slipsJobKind = 'activation.write_slips'

/** The most slips of one printing. */
const mostSlips = 5000

/**
 * Orders slips: for everybody of an organisation who has neither an account nor a slip, or for chosen members, whose older slips are
 * replaced (an account that is in use keeps working: a slip also renews a forgotten password). The slips are written by a job.
 */
export async function printActivationSlips(
  tx: Tx,
  actor: Actor,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { organisationId, personIds } = await slipTargets(tx, actor, input)
  const { value: days } = await ruleFor<number>(tx, 'activation.slip_days', actor.today)
  const expiresOn = input.expiresOn ?? addDays(actor.today, days)
  if (expiresOn < actor.today) refuse('activation.day_is_past')
  if (expiresOn > addDays(actor.today, days)) refuse('activation.too_long', { days })
  const persons = input.personIds === undefined ? await withoutAccountOrSlip(tx, personIds) : personIds
  if (persons.length === 0) refuse('activation.nobody_needs_one')
  if (persons.length > mostSlips) refuse('activation.too_many_slips', { limit: mostSlips })

  const runId = newId()
  await insertSlipRun(tx, actor, {
    id: runId,
    organisation_id: organisationId,
    person_ids: persons,
    expires_on: expiresOn,
  })
  const jobId = await enqueueJob(tx, actor, { kind: slipsJobKind, payload: { runId } })
  await audit(tx, actor, 'activation.slips_ordered', {
    kind: 'slip_run',
    id: runId,
    organisationId,
    params: { persons: persons.length },
  })
  return { runId, jobId, persons: persons.length }
}
