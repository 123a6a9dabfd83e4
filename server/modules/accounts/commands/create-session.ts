import type { InputOf } from '#contract/operation.ts'
import type { Me, operations } from '#contract/sessions.ts'
import { appointmentsOf, loadActor } from '#server/modules/access/index.ts'
import { audit } from '#server/platform/audit.ts'
import { today } from '#server/platform/clock.ts'
import { randomBytes } from '#server/platform/crypto.ts'
import { inPlumbing, inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { AppError, found } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { tokenHash } from '../authenticate.ts'
import { forgetFailures, mustNotBeBlocked, noteFailure } from '../limits.ts'
import { loginHashOf } from '../login.ts'
import { passwordMatches, spendTheTime } from '../passwords.ts'
import { describeMe } from '../queries/me.ts'
import { insertSession, lockAccount, useTotpStep, type AccountRow } from '../store.ts'
import { openTotpSecret, stepOfCode } from '../totp.ts'

type Input = InputOf<(typeof operations)['createSession']>

/**
 * Signs in. An unknown log-in, a wrong password and a closed account answer alike and take alike; too many failures shut the log-in
 * for a while (429). With two-step sign-in enrolled, a one-time code is asked for and works once.
 */
export async function createSession(
  platform: Platform,
  input: Input,
): Promise<{ output: Me; sessionToken: string }> {
  await mustNotBeBlocked(platform, input.login)
  const directory = await inPlumbing(platform.pool, (tx) =>
    tx
      .selectFrom('login_directory')
      .select(['tenant_id', 'account_id'])
      .where('login_hash', '=', loginHashOf(platform.keys, input.login))
      .executeTakeFirst(),
  )
  if (directory === undefined) {
    await spendTheTime(input.password)
    return failed(platform, input, 'sessions.wrong')
  }
  const outcome = await inTenant(platform, directory.tenant_id, async (tx) => {
    const account = await lockAccount(tx, directory.account_id)
    const problem = await problemOf(tx, account, input)
    if (problem !== null || account === null) {
      await audit(tx, null, 'sessions.failed', {
        kind: 'account',
        id: directory.account_id,
        organisationId: null,
      })
      return { problem: problem ?? 'sessions.wrong' }
    }
    return { problem: null, ...(await openSession(tx, account)) }
  })
  if (outcome.problem !== null) return failed(platform, input, outcome.problem)
  await forgetFailures(platform, input.login)
  return { output: outcome.me, sessionToken: outcome.token }
}

async function problemOf(tx: Tx, account: AccountRow | null, input: Input): Promise<string | null> {
  if (account === null) {
    await spendTheTime(input.password)
    return 'sessions.wrong'
  }
  if (!(await passwordMatches(account.password_hash, input.password))) return 'sessions.wrong'
  if (account.totp_cipher === null || account.totp_confirmed_at === null) return null
  if (input.totp === undefined) return 'sessions.totp_needed'
  const step = stepOfCode(openTotpSecret(tx.keys, account.totp_cipher), input.totp, new Date())
  if (step === null || (account.totp_last_step !== null && step <= account.totp_last_step))
    return 'sessions.totp_wrong'
  await useTotpStep(tx, account.id, step)
  return null
}

async function openSession(tx: Tx, account: AccountRow): Promise<{ me: Me; token: string }> {
  const day = await today(tx)
  const [first] = await appointmentsOf(tx, account.person_id, day)
  const session = { id: newId(), accountId: account.id, appointmentId: first?.id ?? null }
  const token = randomBytes(32).toString('base64url')
  await insertSession(tx, { ...session, tokenHash: tokenHash(token) })
  const actor = found(
    await loadActor(tx, {
      sessionId: session.id,
      accountId: account.id,
      appointmentId: session.appointmentId,
      today: day,
    }),
  )
  await audit(tx, actor, 'sessions.created', {
    kind: 'account',
    id: account.id,
    organisationId: first?.organisationId ?? null,
  })
  return { me: await describeMe(tx, actor), token }
}

async function failed(platform: Platform, input: Input, code: string): Promise<never> {
  // Being asked for the code is the middle of a sign-in, not a failure.
  if (code !== 'sessions.totp_needed') await noteFailure(platform, input.login)
  throw new AppError('unauthenticated', code)
}
