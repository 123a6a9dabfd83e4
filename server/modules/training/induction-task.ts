import { sql } from 'kysely'
import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { gatesOf } from './gates.ts'

const kind = 'training.induction_due'

/** Whoever plans training is asked to arrange induction for somebody who has come to a post without it. */
export async function askForInduction(
  tx: Tx,
  actor: Actor,
  post: { appointmentId: string; personId: string; organisationId: string },
): Promise<void> {
  const gates = await gatesOf(tx, [post.personId], Number(actor.today.slice(0, 4)))
  if (gates.get(post.personId)?.inductionOn != null) return
  await createTask(tx, actor, {
    kind,
    organisationId: post.organisationId,
    permission: 'training.write',
    subjectId: post.appointmentId,
    params: {},
    dueOn: null,
  })
}

/** Ends what was asked for once these persons have a certificate. */
export async function endInductionTasks(tx: Tx, personIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.appointment_id as id from appointments a
    left join person_aliases r on r.tenant_id = a.tenant_id and r.alias_id = a.person_id and r.undone_at is null
    where a.tenant_id = ${tx.tenantId} and coalesce(r.person_id, a.person_id) = any(${personIds}::uuid[])`.execute(
    tx,
  )
  const subjectIds = rows.map(({ id }) => id)
  await endTasksAbout(tx, null, { subjectIds, kinds: [kind], outcome: 'done' })
}

/** Nobody arranges induction for a post that ends. */
export async function dropInductionTask(tx: Tx, actor: Actor, appointmentId: string): Promise<void> {
  await endTasksAbout(tx, actor, { subjectIds: [appointmentId], kinds: [kind], outcome: 'overtaken' })
}
