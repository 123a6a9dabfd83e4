import type { ApprovalLine } from '#contract/approvals.ts'
import type { DocumentKind } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval, ApprovalKind } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, refuse } from '#server/platform/errors.ts'
import { changedColumns } from '../changed-columns.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { membershipsOf, writeMemberships, type MembershipRow } from '../memberships.ts'
import { personData } from '../queries/person-data.ts'
import { workingAge } from '../queries/register-facts.ts'
import { maskDocument, maskMobile } from '../rules/masks.ts'
import { ageOn, readPerson } from '../rules/person-form.ts'
import { holdsOn } from '../rules/timeline.ts'
import { lockPerson, updatePerson } from '../store.ts'
import { keyHolder, openAsked, type AskedValues } from './asked-values.ts'
import { findCorrection } from './store.ts'

/** A person asks to have a legal fact about themselves corrected. */
export const correctionKind: ApprovalKind = {
  kind: 'correction',
  lines: correctionLines,
  approved: applyCorrection,
}

/** Old → new, field by field. What stands there is masked; what was sent to be compared is not. Empty once the person was erased. */
async function correctionLines(tx: Tx, approval: Approval): Promise<ApprovalLine[]> {
  const correction = await findCorrection(tx, approval.id)
  if (correction === undefined) return []
  const { personId } = correction
  const asked = JSON.parse(openAsked(tx, await keyHolder(tx, personId), correction.sealed)) as AskedValues
  const now = await personData(tx, personId)
  const joinedOn = (await membershipsOf(tx, [personId])).at(-1)?.value.joinedOn ?? null
  const before: Record<string, string | null> = {
    name: now.name,
    sex: now.sex,
    birthDate: now.birthDate,
    ethnicGroup: now.ethnicGroup,
    documentKind: now.documentKind,
    documentNumber: now.document === null ? null : maskDocument(now.document),
    mobile: now.mobile === null ? null : maskMobile(now.mobile),
    joinedOn,
    reason: null,
  }
  return Object.entries(asked).map(([field, after]) => ({
    field,
    before: before[field] ?? null,
    after: String(after),
  }))
}

/** Writes what was approved; a number that by now stands on somebody else's record is a conflict, and nothing is signed. */
async function applyCorrection(tx: Tx, actor: Actor, approval: Approval): Promise<void> {
  const correction = await findCorrection(tx, approval.id)
  if (correction === undefined) refuse('people.erased')
  const person = found(await lockPerson(tx, correction.personId))
  const { reason: _reason, ...asked } = JSON.parse(openAsked(tx, person, correction.sealed)) as AskedValues
  const typed = { ...asked, documentKind: kindOf(asked, person.document_kind) }
  const { person: read, errors } = readPerson(typed)
  if (errors.length > 0) invalid(errors)
  const columns = changedColumns(tx, person, { typed, read })
  if (Object.keys(columns).length > 0) await updatePerson(tx, person.id, columns)
  if (asked.joinedOn !== undefined)
    await correctJoining(tx, actor, {
      personId: person.id,
      joinedOn: asked.joinedOn,
      birthDate: asked.birthDate ?? person.birth_date,
    })
  await refreshMemberIndex(tx, { personIds: [person.id] })
  await audit(tx, actor, 'people.corrected', {
    kind: 'person',
    id: person.id,
    organisationId: approval.organisationId,
    params: { fields: Object.keys(asked).sort().join(',') },
  })
}

function kindOf(asked: AskedValues, now: string | null): DocumentKind | undefined {
  return asked.documentKind ?? ((now ?? undefined) as DocumentKind | undefined)
}

/** The day somebody joined is said by the membership that holds today: its row is superseded, as every correction is. */
async function correctJoining(
  tx: Tx,
  actor: Actor,
  wanted: { personId: string; joinedOn: string; birthDate: string | null },
): Promise<void> {
  const row = (await membershipsOf(tx, [wanted.personId])).find((each) => holdsOn(each, actor.today))
  if (row === undefined) refuse('people.no_membership')
  const age = await workingAge(tx, wanted.joinedOn)
  if (wanted.birthDate !== null && ageOn(wanted.birthDate, wanted.joinedOn) < age)
    refuse('people.too_young', { age })
  await writeMemberships(tx, actor, [
    {
      personId: wanted.personId,
      change: { supersededIds: [row.id], inserted: [corrected(row, wanted.joinedOn)] },
    },
  ])
}

function corrected(row: MembershipRow, joinedOn: string) {
  const { startsOn, endsBefore, endReason, value } = row
  return { startsOn, endsBefore, endReason, value: { ...value, joinedOn, joinedPrecision: 'day' as const } }
}
