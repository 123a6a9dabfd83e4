import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { signInRule } from './queries/sign-in-rule.ts'
import { signInDueOf } from './rules/sign-in.ts'
import { signInOfSession } from './store-sessions.ts'

/** The actor with what their session must do before anything else. */
export async function withSignInDue(tx: Tx, actor: Actor): Promise<Actor> {
  const session = await signInOfSession(tx, actor.sessionId)
  const tenant = await tx
    .selectFrom('tenants')
    .select('kind')
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  return {
    ...actor,
    signInDue: signInDueOf({
      passwordDue: session?.password_due ?? null,
      secondFactor: session?.second_factor ?? null,
      tenantKind: tenant.kind,
      permissions: actor.grants.map((grant) => grant.permission),
    }),
  }
}

/** What works while the password must be changed. */
const beforePassword: ReadonlySet<string> = new Set(['getMe', 'getOwnSignIn', 'changeOwnPassword'])

/** What works while the second factor is to be set up: sign-in itself, and nothing of the work. */
const beforeSecondFactor: ReadonlySet<string> = new Set([
  ...beforePassword,
  'actAs',
  'confirmOwnPassword',
  'startTotpEnrolment',
  'confirmTotpEnrolment',
  'startPasskeyRegistration',
  'registerPasskey',
  'listOwnPasskeys',
  'removePasskey',
  'removeTotp',
  'makeRecoveryCodes',
  'listOwnSessions',
  'endOwnSession',
  'endOtherSessions',
  'startProviderLink',
  'linkProvider',
  'unlinkProvider',
])

/** Refuses (403) everything but sign-in itself until the session has done what is due. */
export function mustBeReady(actor: Actor, operationId: string): void {
  if (actor.signInDue === 'password' && !beforePassword.has(operationId))
    throw new AppError('forbidden', 'sessions.password_change_needed')
  if (actor.signInDue === 'second_factor' && !beforeSecondFactor.has(operationId))
    throw new AppError('forbidden', 'sessions.second_factor_needed')
}

/** Refuses (403) a change of sign-in itself when the password was not given lately: a session left open must not be enough. */
export async function mustHaveGivenPassword(tx: Tx, actor: Actor): Promise<void> {
  const { value: rule } = await signInRule(tx)
  const session = await signInOfSession(tx, actor.sessionId)
  if (session === null || session.password_age_seconds > rule.passwordAgainMinutes * 60)
    throw new AppError('forbidden', 'sessions.password_again')
}
