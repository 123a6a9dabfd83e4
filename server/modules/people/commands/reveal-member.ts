import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, invalid } from '#server/platform/errors.ts'
import { mustReachPerson } from '../person-scope.ts'
import { cardsOf } from '../queries/member-facts.ts'
import { personData } from '../queries/person-data.ts'
import { reasonFault } from '../rules/reveal-reason.ts'
import { holdsOn } from '../rules/timeline.ts'
import { insertReveal } from '../store.ts'

type Input = InputOf<(typeof operations)['revealMember']>
type Output = OutputOf<(typeof operations)['revealMember']>

/** Shows hidden columns of a person within scope. Who looked at what and why is kept, and the person can read it. */
export async function revealMember(tx: Tx, actor: Actor, input: Input): Promise<Output> {
  const records = await mustReachPerson(tx, { actor, permission: 'people.reveal' }, input.personId)
  if (actor.appointment === null) forbidden()
  const fewest = await ruleFor<number>(tx, 'privacy.reason_characters', actor.today)
  const fault = reasonFault(input.reason, fewest.value)
  if (fault !== null) invalid([{ path: 'reason', code: fault, params: { characters: fewest.value } }])
  const fields = [...new Set(input.fields)].sort()
  await insertReveal(tx, {
    person_id: records.personId,
    fields,
    purpose: input.purpose ?? 'other',
    reason: input.reason.trim(),
    appointment_id: actor.appointment.id,
  })
  await audit(tx, actor, 'people.member_revealed', {
    kind: 'person',
    id: records.personId,
    organisationId: records.organisationId,
    params: { fields: fields.join(',') },
  })
  const person = await personData(tx, records.personId)
  const answer: Output = {}
  if (fields.includes('documentNumber')) answer.documentNumber = person.document
  if (fields.includes('mobile')) answer.mobile = person.mobile
  if (fields.includes('cardNumber')) {
    const cards = await cardsOf(tx, records.recordIds)
    const card = cards.find((each) => each.supersededAt === null && holdsOn(each, actor.today))
    answer.cardNumber = card?.number ?? null
  }
  return answer
}
