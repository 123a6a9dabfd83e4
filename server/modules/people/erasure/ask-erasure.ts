import { sql } from 'kysely'
import type { ErasurePreview } from '#contract/own-data.ts'
import { submitApproval } from '#server/modules/approvals/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { lockOwn } from '../own-data/ask-correction.ts'
import { sealAsked } from '../own-data/asked-values.ts'
import { listOwnRequests } from '../own-data/own-requests.ts'
import { insertErasureRequest } from '../own-data/store.ts'
import { personRecords } from '../person-scope.ts'
import { hindranceOf } from './erase-person.ts'

const open = ['waiting', 'returned', 'scheduled']

/** What erasing one's own data would mean today: what has to end first, what stays, how long it takes, and a request that is under way. */
export async function getErasurePreview(tx: Tx, actor: Actor): Promise<ErasurePreview> {
  const records = found(await personRecords(tx, actor.personId))
  const hindrance = await hindranceOf(tx, records.recordIds)
  const answer = await ruleFor<number>(tx, 'approvals.answer_days', actor.today)
  const cooling = await ruleFor<number>(tx, 'privacy.erasure_cooling_days', actor.today)
  const { rows } = await sql<ErasurePreview['kept']>`
    select (select count(*)::int from memberships where tenant_id = ${tx.tenantId} and person_id = any(${records.recordIds}::uuid[])
        and superseded_at is null) as memberships,
      (select count(*)::int from employments where tenant_id = ${tx.tenantId} and person_id = any(${records.recordIds}::uuid[])
        and superseded_at is null) as employments`.execute(tx)
  return {
    hindrances: [
      ...(hindrance.member ? (['membership'] as const) : []),
      ...(hindrance.appointed ? (['appointment'] as const) : []),
    ],
    answerDays: answer.value,
    coolingDays: cooling.value,
    kept: rows[0]!,
    current: await openRequest(tx, actor),
  }
}

/** Asks to have one's own data erased. One request at a time; the membership may still hold, but must have ended when it is approved. */
export async function askErasure(
  tx: Tx,
  actor: Actor,
  input: { consequencesRead: true; reason?: string },
): Promise<{ requestId: string }> {
  const { person, organisationId } = await lockOwn(tx, actor)
  if ((await openRequest(tx, actor)) !== null) conflict('people.erasure_asked')
  const id = newId()
  await submitApproval(tx, actor, {
    id,
    kind: 'erasure',
    organisationId,
    subjectId: null,
    personId: person.id,
    params: {},
    reason: '',
  })
  const reason = input.reason?.trim() ?? ''
  const sealedReason = reason === '' ? null : sealAsked(tx, person, reason)
  await insertErasureRequest(tx, { id, personId: person.id, sealedReason })
  return { requestId: id }
}

async function openRequest(tx: Tx, actor: Actor): Promise<ErasurePreview['current']> {
  const { items } = await listOwnRequests(tx, actor)
  return items.find((each) => each.kind === 'erasure' && open.includes(each.state)) ?? null
}
