import type { ApprovalLine } from '#contract/approvals.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/own-data.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { actsOf, approvalsAskedBy, submitApproval } from '#server/modules/approvals/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval, ApprovalKind } from '#server/platform/approval.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, found, invalid, refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { newId } from '#server/platform/ids.ts'
import { exportFor } from '../queries/export.ts'
import { reasonFault } from '../rules/reveal-reason.ts'
import { findFullExport, insertFullExport, takenExports } from './store.ts'

/** A list with full numbers (K11): one officer asks, another agrees, then it is taken once. */
export const fullExportKind: ApprovalKind = {
  kind: 'full_export',
  lines: fullExportLines,
  // Agreeing only opens the way: the list is made when it is taken, within the scope of whoever takes it.
  approved: async () => {},
}

async function fullExportLines(tx: Tx, approval: Approval): Promise<ApprovalLine[]> {
  const request = await findFullExport(tx, approval.id)
  if (request === undefined) return []
  return [
    { field: 'purpose', before: null, after: request.purpose },
    { field: 'fields', before: null, after: request.fields.join(',') },
    { field: 'members', before: null, after: String(approval.params.members ?? '') },
  ]
}

/** Asks for a list with full numbers of the members of a filter within scope. */
export async function askFullExport(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['askFullExport']>,
): Promise<{ requestId: string }> {
  if (actor.appointment === null) forbidden()
  const organisationId = input.filter.organisationId ?? actor.appointment.organisationId
  await mustReach(tx, { actor, permission: 'roster.export' }, organisationId)
  const fewest = await ruleFor<number>(tx, 'privacy.reason_characters', actor.today)
  const fault = reasonFault(input.purpose, fewest.value)
  if (fault !== null) invalid([{ path: 'purpose', code: fault, params: { characters: fewest.value } }])
  const id = newId()
  const fields = [...new Set(input.fields)].sort()
  await submitApproval(tx, actor, {
    id,
    kind: 'full_export',
    organisationId,
    subjectId: null,
    personId: null,
    params: { members: input.members, fields: fields.join(',') },
    reason: '',
  })
  await insertFullExport(tx, { id, filter: input.filter, fields, purpose: input.purpose.trim() })
  return { requestId: id }
}

/** Full lists one has asked for: how each stands, and whether it may be taken now. */
export async function listFullExports(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listFullExports']>> {
  const asked = await approvalsAskedBy(tx, actor.personId, ['full_export'])
  const taken = await takenExports(
    tx,
    asked.map((row) => row.id),
  )
  const { value: days } = await ruleFor<number>(tx, 'privacy.full_export_days', actor.today)
  const items = await Array.fromAsync(asked, async (row) => {
    const request = found(await findFullExport(tx, row.id))
    const acts = await actsOf(tx, row.id)
    const agreed = row.state === 'approved' ? acts.at(-1)!.actedAt.slice(0, 10) : null
    const takeUntil = agreed === null ? null : addDays(agreed, days)
    return {
      id: row.id,
      state: row.state,
      organisationName: row.organisationName,
      purpose: request.purpose,
      fields: request.fields,
      askedAt: row.askedAt,
      takeUntil,
      taken: taken.has(row.id),
      acts,
      can: { take: takeUntil !== null && takeUntil >= actor.today && !taken.has(row.id) },
    }
  })
  return { items }
}

/** Takes an agreed list: once, by whoever asked, within the days of the rule. A second taking is a conflict, even at the same moment. */
export async function downloadFullExport(
  tx: Tx,
  actor: Actor,
  input: { requestId: string },
): Promise<Download> {
  const { items } = await listFullExports(tx, actor)
  const request = found(items.find((each) => each.id === input.requestId))
  if (request.taken) conflict('people.export_taken')
  if (!request.can.take) refuse('people.export_not_agreed')
  const { filter, fields, purpose } = found(await findFullExport(tx, request.id))
  return exportFor(tx, actor, { filter, purpose, full: { fields, approvalId: request.id } })
}
