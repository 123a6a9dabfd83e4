import type { ApprovalLine } from '#contract/approvals.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval, ApprovalKind } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { keyHolder, openAsked } from '../own-data/asked-values.ts'
import { erasureRequestsOf, insertErasureDate } from '../own-data/store.ts'
import { personRecords } from '../person-scope.ts'
import { hindranceOf } from './erase-person.ts'

/** A person asks to have their data erased (K6 47): approved, it is done after the days in which they may change their mind. */
export const erasureKind: ApprovalKind = {
  kind: 'erasure',
  lines: erasureLines,
  approved: scheduleErasure,
}

async function erasureLines(tx: Tx, approval: Approval): Promise<ApprovalLine[]> {
  const [request] = await erasureRequestsOf(tx, [approval.id])
  if (request === undefined || request.done) return []
  const holder = await keyHolder(tx, request.personId)
  const records = found(await personRecords(tx, request.personId))
  const hindrance = await hindranceOf(tx, records.recordIds)
  const yes = (value: boolean) => (value ? 'yes' : 'no')
  return [
    { field: 'membershipHolds', before: null, after: yes(hindrance.member) },
    { field: 'postHolds', before: null, after: yes(hindrance.appointed) },
    ...(request.executeOn === null ? [] : [{ field: 'executeOn', before: null, after: request.executeOn }]),
    ...(request.sealedReason === null || holder.wrappedKey === null
      ? []
      : [{ field: 'reason', before: null, after: openAsked(tx, holder, request.sealedReason) }]),
  ]
}

async function scheduleErasure(tx: Tx, actor: Actor, approval: Approval): Promise<void> {
  const [request] = await erasureRequestsOf(tx, [approval.id])
  const records = found(await personRecords(tx, found(request).personId))
  const hindrance = await hindranceOf(tx, records.recordIds)
  if (hindrance.member) refuse('people.erasure_while_member')
  if (hindrance.appointed) refuse('people.erasure_while_appointed')
  const cooling = await ruleFor<number>(tx, 'privacy.erasure_cooling_days', actor.today)
  const executeOn = addDays(actor.today, cooling.value)
  await insertErasureDate(tx, { requestId: approval.id, executeOn, setBy: actor.appointment?.id ?? null })
  await audit(tx, actor, 'people.erasure_scheduled', {
    kind: 'person',
    id: records.personId,
    organisationId: approval.organisationId,
    params: { executeOn },
  })
}
