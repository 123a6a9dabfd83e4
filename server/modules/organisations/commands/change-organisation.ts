import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid } from '#server/platform/errors.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { patchFrom } from '../rules.ts'
import {
  lockOrganisations,
  profilesOf,
  rewriteProfiles,
  takeStamp,
  type OwnedProfile,
  type Stamp,
} from '../store.ts'

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
  const { organisationId, startsOn, documentNo: _documentNo, ...fields } = input
  mustBeDays({ startsOn, foundedOn: fields.foundedOn })
  if (Object.keys(fields).length === 0) invalid([{ path: 'name', code: 'field.required' }])
  await lockOrganisations(tx, [organisationId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [organisationId])
  await change(tx, await takeStamp(tx, actor), input)
  await audit(tx, actor, 'organisations.changed', {
    kind: 'organisation',
    id: organisationId,
    organisationId,
    params: { startsOn, fields: Object.keys(fields).join(',') },
  })
  return { organisationId, startsOn }
}

/** The change itself, for whoever holds the organisation's lock. */
export async function change(tx: Tx, stamp: Stamp, input: Input): Promise<void> {
  const { organisationId, startsOn, documentNo, ...fields } = input
  mustLiveOn((await livesOf(tx, [organisationId])).get(organisationId), startsOn)
  const rows = (await profilesOf(tx, [organisationId])).get(organisationId) ?? []
  const patched = patchFrom<OwnedProfile>(rows, startsOn, fields)
  if (patched.supersede.length === 0) conflict('organisations.nothing_changed')
  await rewriteProfiles(tx, stamp, {
    supersede: patched.supersede,
    insert: patched.insert.map(({ value, ...span }) => {
      const decided = span.startsOn >= startsOn && documentNo !== undefined ? { documentNo } : {}
      return { ...span, value: { ...value, ...decided } }
    }),
  })
}
