import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons, membershipsOf, writeMemberships, type MembershipValue } from '../memberships.ts'
import { personRecords } from '../person-scope.ts'
import { personByDocument } from '../queries/person-by-document.ts'
import { mustTakeMembers, workingAge } from '../queries/register-facts.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { ageOn, readPerson, toldByNumber, type ReadPerson } from '../rules/person-form.ts'
import type { PersonColumns } from '../store.ts'
import { createPersons } from './create-persons.ts'
import { employmentColumns } from './record-employment.ts'

type Input = InputOf<(typeof operations)['addMember']>

/**
 * Admits one person to a union (C1). Somebody who was a member before joins again as the same person; somebody who is one elsewhere has
 * to be transferred (C2).
 */
export async function addMember(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ personId: string; rejoined: boolean }> {
  mustBeRealDays({
    joinedOn: input.joinedOn,
    birthDate: input.birthDate,
    'employment.startsOn': input.employment?.startsOn,
  })
  await mustReach(tx, { actor, permission: 'people.write' }, input.unionId)
  await mustTakeMembers(tx, input.unionId, input.joinedOn)
  const { person, errors } = readPerson(input)
  if (input.joinedOn > actor.today) errors.push({ path: 'joinedOn', code: 'people.date_in_future' })
  if (errors.length > 0) invalid(errors)
  await mustBeOldEnough(tx, input, person)
  const value = {
    unionId: input.unionId,
    kind: 'member',
    joinedOn: input.joinedOn,
    joinedPrecision: 'day',
  } as const
  const known = person.document ? await personByDocument(tx, person.document) : null
  const personId =
    known === null
      ? await admit(tx, actor, { input, person, value })
      : await admitAgain(tx, actor, { known, name: person.name!, on: input.joinedOn, value })
  await audit(tx, actor, 'people.member_added', {
    kind: 'person',
    id: personId,
    organisationId: input.unionId,
    params: { rejoined: known !== null },
  })
  return { personId, rejoined: known !== null }
}

async function mustBeOldEnough(tx: Tx, input: Input, { document }: ReadPerson): Promise<void> {
  const birthDate = (document ? toldByNumber(document)?.birthDate : null) ?? input.birthDate
  if (!birthDate) return
  const age = await workingAge(tx, input.joinedOn)
  if (ageOn(birthDate, input.joinedOn) < age) refuse('people.too_young', { age })
}

async function admit(
  tx: Tx,
  actor: Actor,
  { input, person, value }: { input: Input; person: ReadPerson; value: MembershipValue },
): Promise<string> {
  const employment = input.employment
  const [id] = await createPersons(tx, actor, [
    {
      columns: columnsOf(input, person),
      document: person.document ?? null,
      mobile: person.mobile ?? null,
      invitation: null,
      memberships: [{ ...value, startsOn: input.joinedOn, endsBefore: null, endReason: null }],
      employments: employment === undefined ? [] : [await employmentColumns(tx, actor, employment)],
      cards: input.cardNumber === undefined ? [] : [{ number: input.cardNumber, startsOn: input.joinedOn }],
    },
  ])
  return id!
}

/** What a citizen number says of sex and birth goes before what was typed. */
function columnsOf(input: Input, person: ReadPerson): PersonColumns {
  const told = person.document ? toldByNumber(person.document) : null
  return {
    name: person.name!,
    sex: told?.sex ?? input.sex ?? null,
    birth_date: told?.birthDate ?? input.birthDate ?? null,
    ethnic_group: input.ethnicGroup ?? null,
    political_affiliation: input.politicalAffiliation ?? null,
    education_level: input.educationLevel ?? null,
    household_type: input.householdType ?? null,
    migrant_worker: input.migrantWorker ?? null,
  }
}

async function admitAgain(
  tx: Tx,
  actor: Actor,
  again: { known: { personId: string; name: string }; name: string; on: string; value: MembershipValue },
): Promise<string> {
  // The number is somebody else's by name: which of the two is right is for a person to find out.
  if (again.known.name !== again.name) conflict('people.document_taken')
  const records = (await personRecords(tx, again.known.personId))!
  await lockPersons(tx, records.recordIds)
  const rows = await membershipsOf(tx, records.recordIds)
  if (rows.some((row) => row.endsBefore === null || row.endsBefore > again.on))
    conflict('people.already_member')
  const inserted = [{ startsOn: again.on, endsBefore: null, endReason: null, value: again.value }]
  await writeMemberships(tx, actor, [{ personId: records.personId, change: { supersededIds: [], inserted } }])
  await refreshMemberIndex(tx, { personIds: [records.personId] })
  return records.personId
}
