import type { InputOf } from '#contract/operation.ts'
import type { Me, operations } from '#contract/sessions.ts'
import { audit } from '#server/platform/audit.ts'
import { inPlumbing, inTenant } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import type { SessionRequest } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { admitSignIn, attemptRefunded, attemptSucceeded, type Attempt } from '../limits.ts'
import { loginHashOf } from '../login.ts'
import { openSession } from '../open-session.ts'
import { passwordMatches, spendTheTime } from '../passwords.ts'
import { factorsOf, judgeSecondFactor, shownBy, type SecondProof } from '../second-factor.ts'
import { ownCounters } from '../store-administration.ts'
import { lockAccount } from '../store.ts'

type Input = InputOf<(typeof operations)['createSession']>

type SignInRequest = Pick<SessionRequest, 'address' | 'userAgent' | 'deviceToken'> & { input: Input }

/** The account a log-in leads to. */
interface Account {
  tenantId: string
  accountId: string
}

interface Problem {
  problem: string
  params: Record<string, boolean>
}

/**
 * Signs in. An unknown log-in, a wrong password and a closed account answer alike and take alike; guessing is slowed down (429). Where a second
 * factor is set up it is asked for, and no code works twice.
 */
export async function createSession(
  platform: Platform,
  request: SignInRequest,
): Promise<{ output: Me; sessionToken: string; deviceToken: string }> {
  const { input } = request
  const attempt = await admitSignIn(platform, { ...request, login: input.login })
  const account = await accountOf(platform, input.login)
  // The password is checked outside of any transaction: a hundred guesses at once must not hold the database's connections.
  const passwordHash = await checkedPassword(platform, account, input.password)
  if (account === null || passwordHash === null) {
    await noteFailure(platform, account, attempt)
    throw new AppError('unauthenticated', 'sessions.wrong')
  }
  const shown = await shownBy(platform, input)
  const outcome = await finish(platform, request, { account, passwordHash, shown })
  if ('me' in outcome) {
    await attemptSucceeded(platform, attempt)
    return { output: outcome.me, sessionToken: outcome.token, deviceToken: attempt.deviceToken }
  }
  // Being asked for the second factor is the middle of a sign-in, not a failure.
  if (outcome.problem === 'sessions.totp_needed') await attemptRefunded(platform, attempt)
  else await noteFailure(platform, account, attempt)
  throw new AppError('unauthenticated', outcome.problem, outcome.params)
}

async function accountOf(platform: Platform, login: string): Promise<Account | null> {
  const row = await inPlumbing(platform.pool, (tx) =>
    tx
      .selectFrom('login_directory')
      .select(['tenant_id', 'account_id'])
      .where('login_hash', '=', loginHashOf(platform.keys, login))
      .executeTakeFirst(),
  )
  return row === undefined ? null : { tenantId: row.tenant_id, accountId: row.account_id }
}

/** The hash the password fits, or null; it takes as long for nobody as for somebody. */
async function checkedPassword(
  platform: Platform,
  account: Account | null,
  password: string,
): Promise<string | null> {
  const found =
    account === null
      ? null
      : await inTenant(platform, account.tenantId, (tx) => lockAccount(tx, account.accountId))
  if (found === null) {
    await spendTheTime(password)
    return null
  }
  return (await passwordMatches(found.password_hash, password)) ? found.password_hash : null
}

async function finish(
  platform: Platform,
  { userAgent }: SignInRequest,
  { account, passwordHash, shown }: { account: Account; passwordHash: string; shown: SecondProof },
): Promise<{ me: Me; token: string } | Problem> {
  return inTenant(platform, account.tenantId, async (tx) => {
    const locked = await lockAccount(tx, account.accountId)
    // Closed or given another password since it was checked.
    if (locked === null || locked.password_hash !== passwordHash)
      return { problem: 'sessions.wrong', params: {} }
    const judged = await judgeSecondFactor(tx, locked, shown)
    if (judged.problem !== null)
      return { problem: judged.problem, params: { ...(await factorsOf(tx, locked)) } }
    return openSession(tx, {
      accountId: locked.id,
      personId: locked.person_id,
      by: 'password',
      secondFactor: judged.factor,
      userAgent,
    })
  })
}

async function noteFailure(platform: Platform, account: Account | null, attempt: Attempt): Promise<void> {
  if (account === null) return
  await inTenant(platform, account.tenantId, async (tx) => {
    const subject = { kind: 'account', id: account.accountId, organisationId: null }
    await audit(tx, null, 'sessions.failed', subject)
    await ownCounters(
      tx,
      account.accountId,
      attempt.day === null ? [attempt.pair] : [attempt.pair, attempt.day],
    )
    if (attempt.sprayingNoticed) await audit(tx, null, 'sessions.spraying_noticed', subject)
  })
}
