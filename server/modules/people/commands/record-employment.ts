import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MemberFile } from '#contract/people-records.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons } from '../memberships.ts'
import { mustReachPerson, type PersonRecords } from '../person-scope.ts'
import { getMember } from '../queries/member-file.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { insertEmployment, supersedeEmployment, type EmploymentColumns } from '../store.ts'

type Recorded = InputOf<(typeof operations)['recordEmployment']>
type Ended = InputOf<(typeof operations)['endEmployment']>
type Form = Omit<Recorded, 'personId' | 'endsEmploymentId'>

/** Records where somebody works from a day on; where one job follows another, the earlier one ends the day before. */
export async function recordEmployment(tx: Tx, actor: Actor, input: Recorded): Promise<MemberFile> {
  mustBeRealDays({ startsOn: input.startsOn })
  const records = await mustReachPerson(tx, { actor, permission: 'people.write' }, input.personId)
  await lockPersons(tx, records.recordIds)
  const columns = await employmentColumns(tx, actor, input)
  if (input.endsEmploymentId !== undefined)
    await closeEmployment(tx, actor, {
      records,
      id: input.endsEmploymentId,
      endsBefore: input.startsOn,
      reason: 'changed',
    })
  await insertEmployment(tx, actor, { person_id: records.personId, ...columns })
  return finished(tx, actor, { records, action: 'people.employment_recorded' })
}

/** Somebody stops working for an employer on a day: the last day is the one before `endsBefore`. */
export async function endEmployment(tx: Tx, actor: Actor, input: Ended): Promise<MemberFile> {
  mustBeRealDays({ endsBefore: input.endsBefore })
  const records = await mustReachPerson(tx, { actor, permission: 'people.write' }, input.personId)
  await lockPersons(tx, records.recordIds)
  await closeEmployment(tx, actor, {
    records,
    id: input.employmentId,
    endsBefore: input.endsBefore,
    reason: input.endReason,
  })
  return finished(tx, actor, { records, action: 'people.employment_ended' })
}

/** A form as columns. An employer must be within reach; exactly one of employer and platform is given (C8). */
export async function employmentColumns(tx: Tx, actor: Actor, form: Form): Promise<EmploymentColumns> {
  const platform = form.platformName?.trim() || null
  if ((form.employerId == null) === (platform === null))
    invalid([{ path: 'employerId', code: 'people.employer_or_platform' }])
  if (form.employerId) await mustReach(tx, { actor, permission: 'organisations.read' }, form.employerId)
  return {
    employer_id: form.employerId ?? null,
    platform_name: platform,
    form: form.form ?? null,
    status: form.status ?? null,
    union_group: form.unionGroup ?? null,
    job: form.job ?? null,
    starts_on: form.startsOn,
    ends_before: null,
    end_reason: null,
  }
}

async function closeEmployment(
  tx: Tx,
  actor: Actor,
  end: { records: PersonRecords; id: string; endsBefore: string; reason: string },
): Promise<void> {
  const row = await supersedeEmployment(tx, end.records.recordIds, end.id)
  if (row === undefined) conflict('people.changed_meanwhile')
  if (row.starts_on >= end.endsBefore) refuse('people.employment_starts_later', { startsOn: row.starts_on })
  if (row.ends_before !== null && row.ends_before <= end.endsBefore) conflict('people.changed_meanwhile')
  await insertEmployment(tx, actor, { ...row, ends_before: end.endsBefore, end_reason: end.reason })
}

async function finished(
  tx: Tx,
  actor: Actor,
  done: { records: PersonRecords; action: string },
): Promise<MemberFile> {
  const { personId, organisationId } = done.records
  await refreshMemberIndex(tx, { personIds: [personId] })
  await audit(tx, actor, done.action, { kind: 'person', id: personId, organisationId })
  return getMember(tx, actor, { personId })
}
