import type { Me } from '#contract/sessions.ts'
import { appointmentsOf } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { csrfTokenFor } from '#server/platform/http/session-cookie.ts'
import { signInOfSession } from '../store-sessions.ts'

/** Who is signed in, as which appointment, with which permissions: what the shells are drawn from. */
export async function describeMe(tx: Tx, actor: Actor): Promise<Me> {
  const person = await tx
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const tenant = await tx
    .selectFrom('tenants')
    .select(['id', 'code', 'name', 'kind'])
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  const account = await tx
    .selectFrom('accounts')
    .select('totp_confirmed_at')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow()
  const permissions = [...new Set(actor.grants.map((grant) => grant.permission))].sort()
  return {
    person,
    tenant: { id: tenant.id, code: tenant.code, name: tenant.name, demo: tenant.kind === 'demo' },
    appointments: await appointmentsOf(tx, actor.personId, actor.today),
    actingAs: actor.appointment,
    permissions,
    totpEnrolled: account.totp_confirmed_at !== null,
    passwordDue: await passwordDueOf(tx, actor),
    secondFactorDue: actor.signInDue === 'second_factor',
    csrfToken: csrfTokenFor(tx.keys, actor.sessionId),
    today: actor.today,
  }
}

/** Why the password must be changed first: it was made by somebody else, or it is too old. */
async function passwordDueOf(tx: Tx, actor: Actor): Promise<Me['passwordDue']> {
  if (actor.signInDue !== 'password') return null
  const session = await signInOfSession(tx, actor.sessionId)
  return session?.password_due === 'expired' ? 'expired' : 'first'
}
