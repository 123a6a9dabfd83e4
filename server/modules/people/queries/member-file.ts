import { sql } from 'kysely'
import type { MemberFile } from '#contract/people-records.ts'
import { appointmentsOf } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { canReachPerson, mustReachPerson } from '../person-scope.ts'
import { maskCard, maskDocument, maskMobile } from '../rules/masks.ts'
import { cardsOf, employmentsOf, membershipRecordsOf } from './member-facts.ts'
import { personData } from './person-data.ts'

/** The whole file of a person within scope, masked, with history and what the actor may do. An alias answers with the person it was merged into. */
export async function getMember(tx: Tx, actor: Actor, input: { personId: string }): Promise<MemberFile> {
  const records = await mustReachPerson(tx, { actor, permission: 'people.read' }, input.personId)
  const person = await personData(tx, records.personId)
  const { invitedByOrganisationId, ...shown } = person
  const cards = await cardsOf(tx, records.recordIds)
  const change = await canReachPerson(tx, { actor, permission: 'people.write' }, records)
  return {
    ...shown,
    document: person.document === null ? null : maskDocument(person.document),
    mobile: person.mobile === null ? null : maskMobile(person.mobile),
    external: invitedByOrganisationId !== null,
    employments: await employmentsOf(tx, records.recordIds),
    memberships: await membershipRecordsOf(tx, records.recordIds),
    cards: cards.map((card) => ({ ...card, number: maskCard(card.number) })),
    appointments: await appointmentsOf(tx, records.personId, actor.today),
    merged: await mergedInto(tx, records.personId),
    can: {
      change,
      reveal: await canReachPerson(tx, { actor, permission: 'people.reveal' }, records),
      merge: change,
    },
  }
}

async function mergedInto(tx: Tx, personId: string): Promise<MemberFile['merged']> {
  const { rows } = await sql<MemberFile['merged'][number]>`
    select a.id as "mergeId", a.alias_id as "personId", p.name, a.merged_on as "mergedOn", a.reason
    from person_aliases a join persons p on p.tenant_id = a.tenant_id and p.id = a.alias_id
    where a.tenant_id = ${tx.tenantId} and a.person_id = ${personId} and a.undone_at is null
    order by a.recorded_at`.execute(tx)
  return rows
}
