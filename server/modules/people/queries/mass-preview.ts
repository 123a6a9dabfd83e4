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
  return {
    fit: fit.length,
    leftOut: [...leftOut].map(([code, some]) => ({ code, count: some.length })),
    ...(await openOn(tx, fit, on)),
    inTransit: (await personsInTransit(tx, fit)).size,
    background: await isForBackground(tx, actor, selected.length),
  }
}

async function openOn(
  tx: Tx,
  personIds: readonly string[],
  on: string,
): Promise<Pick<MassPreview, 'employments' | 'appointments'>> {
  const open = (table: string) => sql`(
    select count(*)::int from ${sql.table(table)} x join family on family.record_id = x.person_id
    where x.tenant_id = ${tx.tenantId} and x.superseded_at is null and x.starts_on < ${on}::date
      and (x.ends_before is null or x.ends_before > ${on}::date))`
  const { rows } = await sql<Pick<MassPreview, 'employments' | 'appointments'>>`
    with family as (${familyOf(tx, personIds)})
    select ${open('employments')} as employments, ${open('appointments')} as appointments`.execute(tx)
  return rows[0]!
}
