import type { Static } from 'typebox'
import type { AccessExplanation, operations } from '#contract/access.ts'
import type { InputOf } from '#contract/operation.ts'
import { permissions, type Permission } from '#contract/permissions.ts'
import type { Actor, Grant } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { grantsOf, reaches } from '../rules.ts'
import { placeOf } from '../scope.ts'

type Explanation = Static<typeof AccessExplanation>
type Input = InputOf<(typeof operations)['explainAccess']>

/**
 * Explains a power by the very function that decides it. An organisation out of scope and one that does not exist get the same
 * explanation, so the question tells nothing of what is not one's own.
 */
export async function explainAccess(tx: Tx, actor: Actor, input: Input): Promise<Explanation> {
  if (!isPermission(input.permission)) invalid([{ path: 'permission', code: 'field.format' }])
  const grants = grantsOf(actor, input.permission)
  if (grants.length === 0) {
    return {
      allowed: false,
      reason: actor.appointment === null ? 'no_appointment' : 'no_function',
      because: [],
    }
  }
  const place =
    input.organisationId === undefined ? undefined : await placeOf(tx, input.organisationId, actor.today)
  const allowed = place === undefined || (place !== null && reaches(actor, input.permission, place))
  return {
    allowed,
    reason: allowed ? 'granted' : 'out_of_scope',
    because: await Promise.all(grants.map((grant) => describe(tx, actor, grant))),
  }
}

async function describe(tx: Tx, actor: Actor, grant: Grant): Promise<Explanation['because'][number]> {
  const scope =
    grant.organisationId === ''
      ? undefined
      : await tx
          .selectFrom('organisation_profiles')
          .select('name')
          .where('tenant_id', '=', tx.tenantId)
          .where('organisation_id', '=', grant.organisationId)
          .where('superseded_at', 'is', null)
          .where('ends_before', 'is', null)
          .executeTakeFirst()
  return {
    post: actor.appointment?.post ?? '',
    organisationName: actor.appointment?.organisationName ?? '',
    scope: grant.reach,
    scopeOrganisationName: scope?.name ?? '',
    endsBefore: grant.endsBefore,
    source: grant.source,
  }
}

function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text)
}
