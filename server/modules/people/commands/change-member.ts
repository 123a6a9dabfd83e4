import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MemberFile } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid } from '#server/platform/errors.ts'
import { changedColumns } from '../changed-columns.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { mustReachPerson } from '../person-scope.ts'
import { getMember } from '../queries/member-file.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { readPerson } from '../rules/person-form.ts'
import { lockPerson, updatePerson } from '../store.ts'

type Input = InputOf<(typeof operations)['changeMember']>

/** Changes what is known of a person; fields that are not sent stay. Another change since the form was opened is a conflict. */
export async function changeMember(tx: Tx, actor: Actor, input: Input): Promise<MemberFile> {
  mustBeRealDays({ birthDate: input.birthDate })
  const records = await mustReachPerson(tx, { actor, permission: 'people.write' }, input.personId)
  const person = found(await lockPerson(tx, records.personId))
  if (person.version !== input.version) conflict('people.changed_meanwhile')
  const { person: read, errors } = readPerson(input)
  if (input.birthDate && input.birthDate > actor.today)
    errors.push({ path: 'birthDate', code: 'people.date_in_future' })
  if (errors.length > 0) invalid(errors)
  await updatePerson(tx, person.id, changedColumns(tx, person, { typed: input, read }))
  await refreshMemberIndex(tx, { personIds: [person.id] })
  const { personId: _personId, version: _version, ...fields } = input
  await audit(tx, actor, 'people.member_changed', {
    kind: 'person',
    id: person.id,
    organisationId: records.organisationId,
    params: { fields: Object.keys(fields).sort().join(',') },
  })
  return getMember(tx, actor, { personId: person.id })
}
