import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MassPreview } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { whyNotEnd } from '../commands/end-memberships.ts'
import { whyNotMove } from '../commands/move-members.ts'
import { isForBackground } from '../commands/order-mass-change.ts'
import { postsOn } from '../ended-appointments.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { selectPersons } from '../selection.ts'
import { familyOf, personsInTransit } from '../transfer-store.ts'

type Input = InputOf<(typeof operations)['previewMassChange']>

/** What a change of many would do on a day: how many it fits, who would be passed over and why, and what else of theirs is open. */
export async function previewMassChange(tx: Tx, actor: Actor, input: Input): Promise<MassPreview> {
  mustBeRealDays({ on: input.on })
  const { kind, on, toUnionId } = input
  if (kind === 'moved' && toUnionId === undefined) invalid([{ path: 'toUnionId', code: 'field.required' }])
  const selected = await selectPersons(tx, actor, { selection: input, on })
  const judged = selected.map((person) => ({
    personId: person.personId,
    code:
      kind === 'moved'
        ? whyNotMove(person.current?.value.unionId, toUnionId!)
        : whyNotEnd(person, { kind, on }),
  }))
  const leftOut = Map.groupBy(
    judged.filter(({ code }) => code !== null),
    ({ code }) => code!,
  )
  const fit = judged.filter(({ code }) => code === null).map(({ personId }) => personId)
  const posts = await postsOn(tx, actor, { personIds: fit, on })
  return {
    fit: fit.length,
    leftOut: [...leftOut].map(([code, some]) => ({ code, count: some.length })),
    employments: await employmentsOn(tx, fit, on),
    appointments: posts.length,
    appointmentsToEnd: posts.filter((post) => post.mine).length,
    inTransit: (await personsInTransit(tx, fit)).size,
    background: await isForBackground(tx, actor, selected.length),
  }
}

async function employmentsOn(tx: Tx, personIds: readonly string[], on: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from employments e
    where e.tenant_id = ${tx.tenantId} and e.person_id in (select record_id from (${familyOf(tx, personIds)}) family)
      and e.superseded_at is null and e.starts_on < ${on}::date and (e.ends_before is null or e.ends_before > ${on}::date)`.execute(
    tx,
  )
  return rows[0]!.count
}
