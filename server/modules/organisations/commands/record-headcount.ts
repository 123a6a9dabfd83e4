import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import { insertHeadcounts, isCurrentHeadcount } from '../facts-store.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { lockOrganisations, supersede, takeStamp } from '../store.ts'

type Input = InputOf<(typeof operations)['recordHeadcount']>

/** Records reported numbers for a day. A second report for the same day is a conflict unless it says which one it corrects; parts cannot exceed the whole. */
export async function recordHeadcount(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['recordHeadcount']>> {
  mustBeDays({ asOf: input.asOf })
  mustAddUp(input)
  await lockOrganisations(tx, [input.organisationId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [input.organisationId])
  mustLiveOn((await livesOf(tx, [input.organisationId])).get(input.organisationId), input.asOf)
  const stamp = await takeStamp(tx, actor)
  if (input.replacesId !== undefined) {
    if (!(await isCurrentHeadcount(tx, input.organisationId, input.replacesId))) notFound()
    await supersede(tx, stamp, { table: 'headcounts', ids: [input.replacesId] })
  }
  await insertHeadcounts(tx, stamp, [input])
  await audit(tx, actor, 'organisations.headcount_recorded', {
    kind: 'organisation',
    id: input.organisationId,
    organisationId: input.organisationId,
    params: { asOf: input.asOf, workers: input.workers, correction: input.replacesId !== undefined },
  })
  return { organisationId: input.organisationId, startsOn: input.asOf }
}

function mustAddUp(input: Input): void {
  const parts = (['women', 'migrants', 'members'] as const).filter(
    (part) => (input[part] ?? 0) > input.workers,
  )
  const fields = parts.map((path) => ({ path, code: 'organisations.more_than_workers' }))
  if ((input.womenMembers ?? 0) > (input.members ?? input.workers))
    fields.push({ path: 'womenMembers' as never, code: 'organisations.more_than_members' })
  if (fields.length > 0) invalid(fields)
}
