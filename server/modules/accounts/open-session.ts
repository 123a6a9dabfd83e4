import type { Me } from '#contract/sessions.ts'
import { appointmentsOf, loadActor } from '#server/modules/access/index.ts'
import { audit } from '#server/platform/audit.ts'
import { today } from '#server/platform/clock.ts'
import { randomBytes } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { tokenHash } from './authenticate.ts'
import { deviceOf } from './device.ts'
import { withSignInDue } from './due.ts'
import { accountKindOf } from './queries/account-kind.ts'
import { describeMe } from './queries/me.ts'
import { signInRule } from './queries/sign-in-rule.ts'
import type { SignInRule } from './rules/sign-in.ts'
import { newestPasswordChange } from './store-passwords.ts'
import { deleteSessionsOf, insertSession, type SecondFactor } from './store-sessions.ts'

/** How somebody has just proved who they are. */
export interface Proof {
  accountId: string
  personId: string
  /** Whether the password was given: then it may be due for a change. */
  by: 'password' | 'passkey' | 'provider'
  secondFactor: SecondFactor | null
  /** The `User-Agent` header of the request. */
  userAgent: string
}

/**
 * Opens a session for whoever has proved to hold the account, with the limits of the tenant's sign-in rules, working as the first of the
 * person's appointments. Where the rules allow one session only, the others end. The token goes into the session cookie; only its hash is kept.
 */
export async function openSession(tx: Tx, proof: Proof): Promise<{ me: Me; token: string }> {
  const day = await today(tx)
  const [first] = await appointmentsOf(tx, proof.personId, day)
  const kind = await accountKindOf(tx, proof.personId, day)
  const { value: rule } = await signInRule(tx)
  if (rule.oneSession[kind]) await deleteSessionsOf(tx, proof.accountId)
  const sessionId = newId()
  const token = randomBytes(32).toString('base64url')
  await insertSession(tx, {
    id: sessionId,
    tokenHash: tokenHash(token),
    accountId: proof.accountId,
    appointmentId: first?.id ?? null,
    kind,
    idleMinutes: rule.idleMinutes[kind],
    longestHours: rule.longestHours[kind],
    secondFactor: proof.secondFactor,
    passwordDue: proof.by === 'password' ? await passwordDue(tx, proof.accountId, rule) : null,
    device: deviceOf(proof.userAgent),
  })
  const loaded = await loadActor(tx, {
    sessionId,
    accountId: proof.accountId,
    appointmentId: first?.id ?? null,
    today: day,
  })
  const actor = await withSignInDue(tx, found(loaded))
  await audit(tx, actor, 'sessions.created', {
    kind: 'account',
    id: proof.accountId,
    organisationId: first?.organisationId ?? null,
  })
  return { me: await describeMe(tx, actor), token }
}

async function passwordDue(tx: Tx, accountId: string, rule: SignInRule): Promise<'first' | 'expired' | null> {
  const newest = await newestPasswordChange(tx, accountId)
  if (newest === null) return null
  if (newest.origin === 'first') return 'first'
  return rule.passwordDays !== null && newest.ageDays >= rule.passwordDays ? 'expired' : null
}
