import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid } from '#server/platform/errors.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { patchFrom } from '../rules.ts'
import { lockOrganisations, profilesOf, rewriteProfiles, takeStamp, type OwnedProfile } from '../store.ts'

type Input = InputOf<(typeof operations)['changeOrganisation']>

/**
 * Renames an organisation, or changes what the register says of it, from a day on. Each field holds until the next day on which it was
 * recorded to be something else. Saying what is recorded already is a conflict.
 */
export async function changeOrganisation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['changeOrganisation']>> {
  const { organisationId, startsOn, documentNo, ...fields } = input
  mustBeDays({ startsOn, foundedOn: fields.foundedOn })
  if (Object.keys(fields).length === 0) invalid([{ path: 'name', code: 'field.required' }])
  await lockOrganisations(tx, [organisationId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [organisationId])
  mustLiveOn((await livesOf(tx, [organisationId])).get(organisationId), startsOn)

  const rows = (await profilesOf(tx, [organisationId])).get(organisationId) ?? []
  const change = patchFrom<OwnedProfile>(rows, startsOn, fields)
  if (change.supersede.length === 0) conflict('organisations.nothing_changed')
  const stamp = await takeStamp(tx, actor)
  await rewriteProfiles(tx, stamp, {
    supersede: change.supersede,
    insert: change.insert.map(({ value, ...span }) => {
      const decided = span.startsOn >= startsOn && documentNo !== undefined ? { documentNo } : {}
      return { ...span, value: { ...value, ...decided } }
    }),
  })
  await audit(tx, actor, 'organisations.changed', {
    kind: 'organisation',
    id: organisationId,
    organisationId,
    params: { startsOn, fields: Object.keys(fields).join(',') },
  })
  return { organisationId, startsOn }
}
