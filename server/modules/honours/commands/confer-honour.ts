import type { operations } from '#contract/honours.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { nearTo, personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { honourFaults, nextDayOf } from '../rules.ts'
import { insertHonour, lastGrantedOn, lockHolder } from '../store.ts'
import { titlesOn } from '../titles.ts'

type Input = InputOf<(typeof operations)['conferHonour']>

/**
 * Confers a title on a person or an organisation within scope, by the titles in force on the day of the document. The same title again only after
 * the months of the rule (H6); never on oneself or a near relative.
 */
export async function conferHonour(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ id: string; code: string }> {
  const reach = { actor, permission: 'honours.confer' } as const
  await mustReach(tx, reach, input.organisationId)
  const rule = await titlesOn(tx, input.grantedOn > actor.today ? actor.today : input.grantedOn)
  const faults = honourFaults(input, { titles: rule.value, today: actor.today })
  if (faults.length > 0) invalid(faults)
  const holder = await holderOf(tx, actor, input)
  await mustReach(tx, reach, holder.placeId)
  await lockHolder(tx, holder.personId ?? holder.organisationId!)
  const title = rule.value.find(({ code }) => code === input.title)!
  const last = await lastGrantedOn(tx, { ...holder, title: title.code })
  if (last !== null && title.months > 0 && input.grantedOn < nextDayOf(last, title.months))
    refuse('honours.same_title', { last, months: title.months })
  const granted = await insertHonour(tx, {
    organisationId: input.organisationId,
    title: title.code,
    ruleId: rule.version,
    holderPersonId: holder.personId,
    holderOrganisationId: holder.organisationId,
    deed: input.deed.trim(),
    documentNo: input.documentNo.trim(),
    grantedOn: input.grantedOn,
    expiresOn: input.expiresOn ?? null,
    grantedBy: (actor.appointment ?? forbidden()).id,
  })
  await audit(tx, actor, 'honours.conferred', {
    kind: 'honour',
    id: granted.id,
    organisationId: input.organisationId,
    params: { title: title.code },
  })
  return granted
}

interface Holder {
  /** Every record that is read as the person's; empty of an organisation. */
  personIds: readonly string[]
  personId: string | null
  organisationId: string | null
  /** Where it stands in the tree. */
  placeId: string
}

async function holderOf(tx: Tx, actor: Actor, input: Input): Promise<Holder> {
  if (input.holderOrganisationId != null)
    return {
      personIds: [],
      personId: null,
      organisationId: input.holderOrganisationId,
      placeId: input.holderOrganisationId,
    }
  const records = await personRecords(tx, input.holderPersonId!)
  if (records === null || records.organisationId === null) notFound()
  if ((await nearTo(tx, actor.personId)).has(records.personId)) refuse('honours.near_relative')
  return {
    personIds: records.recordIds,
    personId: records.personId,
    organisationId: null,
    placeId: records.organisationId,
  }
}
