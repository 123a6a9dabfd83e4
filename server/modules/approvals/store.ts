import { sql } from 'kysely'
import type { ErrorParams } from '#contract/errors.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval } from '#server/platform/approval.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { LastAct } from './rules.ts'

/** A step of a request: who must sign, by permission and organisation. */
export interface StepRow {
  step: number
  permission: Permission
  organisationId: string
}

/** A request as commands need it: locked, with its steps, its last act and who has signed since it was last submitted. */
export interface ApprovalHead extends Approval {
  dueOn: string | null
  steps: StepRow[]
  last: LastAct & { number: number; taskId: string | null }
  signedBy: string[]
}

/** Writes a request and the steps it needs. */
export async function insertApproval(
  tx: Tx,
  approval: Approval & { askedByAppointment: string | null; dueOn: string | null; ruleVersion: string },
  steps: readonly StepRow[],
): Promise<void> {
  await tx
    .insertInto('approvals')
    .values({
      tenant_id: tx.tenantId,
      id: approval.id,
      kind: approval.kind,
      organisation_id: approval.organisationId,
      subject_id: approval.subjectId,
      person_id: approval.personId,
      asked_by: approval.askedBy,
      asked_by_appointment: approval.askedByAppointment,
      params: JSON.stringify(approval.params),
      due_on: approval.dueOn,
      rule_version: approval.ruleVersion,
    })
    .execute()
  await tx
    .insertInto('approval_steps')
    .values(
      steps.map(({ step, permission, organisationId }) => ({
        tenant_id: tx.tenantId,
        approval_id: approval.id,
        step,
        permission,
        organisation_id: organisationId,
      })),
    )
    .execute()
}

/** Writes the next act. Its number is the guard: of two who act on the same state one is told that it has moved on. */
export async function insertAct(
  tx: Tx,
  actor: Pick<Actor, 'personId' | 'appointment'>,
  act: LastAct & {
    approval: Approval
    number: number
    reason: string
    taskId: string | null
  },
): Promise<void> {
  await tx
    .insertInto('approval_acts')
    .values({
      tenant_id: tx.tenantId,
      approval_id: act.approval.id,
      number: act.number,
      act: act.act,
      waits_for: act.waitsFor,
      person_id: actor.personId,
      appointment_id: actor.appointment?.id ?? null,
      about_person_id: act.approval.personId,
      reason: act.reason,
      task_id: act.taskId,
    })
    .execute()
}

/** The request, locked: whoever decides waits in line. Undefined when it is not there. */
export async function lockApproval(tx: Tx, approvalId: string): Promise<ApprovalHead | undefined> {
  await sql`select from approvals where tenant_id = ${tx.tenantId} and id = ${approvalId} for no key update`.execute(
    tx,
  )
  return findApproval(tx, approvalId)
}

/** The request as it stands; undefined when it is not there. */
export async function findApproval(tx: Tx, approvalId: string): Promise<ApprovalHead | undefined> {
  const { rows } = await sql<Omit<Approval, 'params'> & { params: ErrorParams; dueOn: string | null }>`
    select id, kind, organisation_id as "organisationId", subject_id as "subjectId", person_id as "personId", asked_by as "askedBy", params,
      due_on as "dueOn"
    from approvals where tenant_id = ${tx.tenantId} and id = ${approvalId}`.execute(tx)
  const approval = rows[0]
  return approval === undefined ? undefined : { ...approval, ...(await progressOf(tx, approvalId)) }
}

async function progressOf(
  tx: Tx,
  approvalId: string,
): Promise<Pick<ApprovalHead, 'steps' | 'last' | 'signedBy'>> {
  const steps = await sql<StepRow>`
    select step, permission, organisation_id as "organisationId" from approval_steps
    where tenant_id = ${tx.tenantId} and approval_id = ${approvalId} order by step`.execute(tx)
  const acts = await sql<ApprovalHead['last'] & { personId: string }>`
    select number, act, waits_for as "waitsFor", task_id as "taskId", person_id as "personId" from approval_acts
    where tenant_id = ${tx.tenantId} and approval_id = ${approvalId} order by number`.execute(tx)
  const { personId: _personId, ...last } = acts.rows.at(-1)!
  const submitted = acts.rows.findLastIndex((row) => row.act === 'submitted')
  const signedBy = acts.rows
    .slice(submitted)
    .filter((row) => row.act === 'approved')
    .map((row) => row.personId)
  return { steps: steps.rows, last, signedBy }
}
