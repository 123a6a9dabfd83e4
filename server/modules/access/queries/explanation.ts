import type { AccessExplanation, operations } from '#contract/access.ts'
import type { InputOf } from '#contract/operation.ts'
import { permissions, type Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { allows, grantsOf, type Asked } from '../rules.ts'
import { placeOf } from '../scope.ts'
import { actorOfAppointment } from './actor-of-appointment.ts'
import { describeGrants } from './power-sources.ts'
import { waysToIt } from './ways-to-power.ts'

type Input = InputOf<(typeof operations)['explainAccess']>

/**
 * Explains a power by the very function that decides it. An organisation out of scope and one that does not exist get the same
 * explanation, so the question tells nothing of what is not one's own.
 */
export async function explainAccess(tx: Tx, actor: Actor, input: Input): Promise<AccessExplanation> {
  if (!isPermission(input.permission)) invalid([{ path: 'permission', code: 'field.format' }])
  const asked: Asked = { permission: input.permission, place: await askedPlace(tx, actor, input) }
  const grants = grantsOf(actor, asked.permission)
  const allowed = allows(actor, asked)
  const because = await describeGrants(tx, { appointment: actor.appointment, grants })
  const reason = allowed ? 'granted' : refusalOf(actor, grants.length)
  if (allowed) return { allowed, reason, because, ...nothingElse }
  return { allowed, reason, because, ...(await waysToIt(tx, actor, asked)) }
}

/** The same for somebody else's appointment: asked by the security administrator, who answers for powers. The question itself is recorded. */
export async function explainAccessOf(
  tx: Tx,
  actor: Actor,
  input: Input & { appointmentId: string },
): Promise<AccessExplanation> {
  const subject = await actorOfAppointment(tx, actor, input.appointmentId)
  const explanation = await explainAccess(tx, subject, input)
  await audit(tx, actor, 'access.explained_of', {
    kind: 'appointment',
    id: input.appointmentId,
    organisationId: input.organisationId ?? null,
    params: { permission: input.permission, allowed: explanation.allowed },
  })
  return explanation
}

const nothingElse = { elsewhere: [], ended: [], posts: [], appointers: [], canBeDelegated: false }

function refusalOf(actor: Actor, grants: number): string {
  if (grants > 0) return 'out_of_scope'
  return actor.appointment === null ? 'no_appointment' : 'no_function'
}

async function askedPlace(tx: Tx, actor: Actor, input: Input): Promise<Asked['place']> {
  return input.organisationId === undefined ? undefined : placeOf(tx, input.organisationId, actor.today)
}

function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text)
}
