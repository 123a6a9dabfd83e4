import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people-transfers.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { lockPersons } from '../memberships.ts'
import { personRecords } from '../person-scope.ts'
import { personByDocument } from '../queries/person-by-document.ts'
import { mustTakeMembers } from '../queries/register-facts.ts'
import { readPerson } from '../rules/person-form.ts'
import { personsInTransit, unionsToday } from '../transfer-store.ts'
import { requestTransfers } from './request-transfers.ts'

type Input = InputOf<(typeof operations)['requestTransferByDocument']>

/**
 * A union asks for somebody who is a member elsewhere and stands before it with the document. Name and number must both be right: whoever
 * knows only one of them learns nothing.
 */
export async function requestTransferByDocument(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ transferId: string }> {
  await mustReach(tx, { actor, permission: 'people.write' }, input.toUnionId)
  await mustTakeMembers(tx, input.toUnionId, actor.today)
  const { person, errors } = readPerson(input)
  if (errors.length > 0) invalid(errors)
  const known = await personByDocument(tx, person.document!)
  const records = known === null ? null : await personRecords(tx, known.personId)
  if (known === null || records === null || known.name !== person.name) refuse('people.nobody_by_document')

  await lockPersons(tx, records.recordIds)
  const fromUnionId = (await unionsToday(tx, [records.personId])).get(records.personId)
  if (fromUnionId === undefined) refuse('people.nobody_by_document')
  if (fromUnionId === input.toUnionId) conflict('people.same_union')
  if ((await personsInTransit(tx, [records.personId])).size > 0) conflict('people.transfer_open')
  const [transferId] = await requestTransfers(tx, actor, {
    persons: [{ personId: records.personId, fromUnionId }],
    toUnionId: input.toUnionId,
    askedBy: 'union_to_come',
    reason: input.reason?.trim() ?? null,
    importId: null,
  })
  return { transferId: transferId! }
}
