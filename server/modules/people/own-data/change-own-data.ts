import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/own-data.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { changedColumns } from '../changed-columns.ts'
import { personRecords } from '../person-scope.ts'
import { readPerson } from '../rules/person-form.ts'
import { lockPerson, updatePerson } from '../store.ts'

type Input = InputOf<(typeof operations)['changeOwnData']>

/** Changes at once what a person may say of themselves; fields that are not sent stay. */
export async function changeOwnData(tx: Tx, actor: Actor, input: Input): Promise<Record<string, never>> {
  const records = found(await personRecords(tx, actor.personId))
  const person = found(await lockPerson(tx, records.personId))
  const columns = changedColumns(tx, person, { typed: input, read: readPerson({}).person })
  if (Object.keys(columns).length === 0) return {}
  await updatePerson(tx, person.id, columns)
  await audit(tx, actor, 'people.own_data_changed', {
    kind: 'person',
    id: person.id,
    organisationId: records.organisationId,
    params: { fields: Object.keys(input).sort().join(',') },
  })
  return {}
}
