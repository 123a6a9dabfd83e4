import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { ApprovalAct, ApprovalFile, ApprovalRow, operations } from '#contract/approvals.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Permission } from '#contract/permissions.ts'
import { canReach, inScope } from '#server/modules/access/index.ts'
import { openAttachment, openThumbnail } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { ApprovalKind } from '#server/platform/approval.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { stateAfter, whyNotSign, type LastAct } from '../rules.ts'
import { sentAlong, subjectOf } from '../sent-along.ts'
import { findApproval, type ApprovalHead } from '../store.ts'

type ListInput = InputOf<(typeof operations)['listApprovals']>

/** Requests of which one step lies within scope: those that wait by due date, those that are over by their last act. */
export async function listApprovals(
  tx: Tx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: ApprovalRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const waiting = (input.state ?? 'waiting') === 'waiting'
  const matching = sql`
    from approvals a cross join lateral (${lastAct(tx)}) last
    where a.tenant_id = ${tx.tenantId} and (last.waits_for is not null) = ${waiting}
      and (${input.kind ?? null}::text is null or a.kind = ${input.kind ?? null}) and ${signable(tx, actor)}`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${matching}`.execute(tx)
  const { rows } = await sql<Row>`
    ${rowColumns(tx)} ${matching} and (${after} = '' or a.id < nullif(${after}, '')::uuid)
    order by a.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asRow),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null,
    total: counted[0]!.total,
  }
}

/** One request with what is asked and what happened. Out of scope: not there. */
export async function approvalFile(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; kindOf: (kind: string) => ApprovalKind },
): Promise<ApprovalFile> {
  const row = asRow(await signableRow(tx, actor, input.approvalId))
  const head = found(await findApproval(tx, input.approvalId))
  return {
    ...row,
    lines: await input.kindOf(row.kind).lines(tx, head),
    attachments: await sentAlong(tx, input.approvalId),
    acts: await actsOf(tx, input.approvalId),
    can: await canOf(tx, actor, head),
  }
}

interface OneSentAlong {
  approvalId: string
  attachmentId: string
  platform: Platform
}

/** The small form of a picture that was sent along with a request, for whoever may see the request. */
export async function openApprovalThumbnail(tx: Tx, actor: Actor, input: OneSentAlong): Promise<Download> {
  const { id } = await signableRow(tx, actor, input.approvalId)
  return openThumbnail(tx, input.platform, { attachmentId: input.attachmentId, subject: subjectOf(id) })
}

/** A file that was sent along with a request, for whoever may see the request. */
export async function openApprovalAttachment(tx: Tx, actor: Actor, input: OneSentAlong): Promise<Download> {
  const { id } = await signableRow(tx, actor, input.approvalId)
  return openAttachment(tx, input.platform, { attachmentId: input.attachmentId, subject: subjectOf(id) })
}

async function signableRow(tx: Tx, actor: Actor, approvalId: string): Promise<Row> {
  const { rows } = await sql<Row>`
    ${rowColumns(tx)} from approvals a cross join lateral (${lastAct(tx)}) last
    where a.tenant_id = ${tx.tenantId} and a.id = ${approvalId} and ${signable(tx, actor)}`.execute(tx)
  return found(rows[0])
}

/** What happened to a request, in its order: for those who decide, and for whoever asked. */
export async function actsOf(tx: Tx, approvalId: string): Promise<ApprovalAct[]> {
  const { rows } = await sql<Omit<ApprovalAct, 'actedAt'> & { actedAt: Date }>`
    select x.act, p.name as "personName", ap.post, o.name as "organisationName", x.reason, x.acted_at as "actedAt"
    from approval_acts x join persons p on p.tenant_id = x.tenant_id and p.id = x.person_id
    left join appointments ap on ap.tenant_id = x.tenant_id and ap.appointment_id = x.appointment_id and ap.superseded_at is null
    left join lateral (${nameOf(tx, sql.ref('ap.organisation_id'))}) o on true
    where x.tenant_id = ${tx.tenantId} and x.approval_id = ${approvalId} order by x.number`.execute(tx)
  return rows.map((row) => ({ ...row, actedAt: row.actedAt.toISOString() }))
}

/** Requests of some kinds that a person made, the latest first. */
export async function approvalsAskedBy(
  tx: Tx,
  personId: string,
  kinds: readonly string[],
): Promise<ApprovalRow[]> {
  const { rows } = await sql<Row>`
    ${rowColumns(tx)} from approvals a cross join lateral (${lastAct(tx)}) last
    where a.tenant_id = ${tx.tenantId} and a.asked_by = ${personId} and a.kind = any(${kinds}::text[])
    order by a.id desc limit 100`.execute(tx)
  return rows.map(asRow)
}

async function canOf(tx: Tx, actor: Actor, head: ApprovalHead): Promise<ApprovalFile['can']> {
  const step = head.steps.find((each) => each.step === head.last.waitsFor)
  if (step === undefined) return { decide: false, why: 'over' }
  if (!(await canReach(tx, { actor, permission: step.permission }, step.organisationId)))
    return { decide: false, why: 'elsewhere' }
  const why = whyNotSign(actor.personId, head)
  return { decide: why === null, why }
}

/** True for requests of which the actor could sign one step. */
function signable(tx: Tx, actor: Actor): RawBuilder<SqlBool> {
  const held = [
    ...new Set(actor.grants.filter((grant) => grant.reach !== 'self').map((grant) => grant.permission)),
  ]
  if (held.length === 0) return sql<SqlBool>`false`
  const each = held.map(
    (permission: Permission) =>
      sql`(s.permission = ${permission} and ${inScope(tx, { actor, permission }, sql.ref('s.organisation_id'))})`,
  )
  return sql<SqlBool>`exists (select from approval_steps s where s.tenant_id = a.tenant_id and s.approval_id = a.id
    and (${sql.join(each, sql` or `)}))`
}

interface Row extends Omit<ApprovalRow, 'state' | 'askedAt'> {
  askedAt: Date
  act: LastAct['act']
}

function asRow({ act, ...row }: Row): ApprovalRow {
  return { ...row, state: stateAfter({ act, waitsFor: row.step }), askedAt: row.askedAt.toISOString() }
}

function rowColumns(tx: Tx): RawBuilder<unknown> {
  return sql`
    select a.id, a.kind, last.act, a.organisation_id as "organisationId",
      coalesce((select name from (${nameOf(tx, sql.ref('a.organisation_id'))}) n), '') as "organisationName",
      (select name from persons p where p.tenant_id = a.tenant_id and p.id = a.person_id) as "personName",
      (select name from persons p where p.tenant_id = a.tenant_id and p.id = a.asked_by) as "askedByName",
      a.asked_at as "askedAt", a.due_on as "dueOn", last.waits_for as step, a.params,
      (select count(*)::int from approval_steps s where s.tenant_id = a.tenant_id and s.approval_id = a.id) as steps`
}

function lastAct(tx: Tx): RawBuilder<unknown> {
  return sql`select act, waits_for from approval_acts x where x.tenant_id = ${tx.tenantId} and x.approval_id = a.id order by number desc limit 1`
}

/** The name an organisation has now, or had last. */
function nameOf(tx: Tx, organisation: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select name from organisation_profiles o where o.tenant_id = ${tx.tenantId} and o.organisation_id = ${organisation}
    and o.superseded_at is null order by o.starts_on desc limit 1`
}
