import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/provider.ts'
import type { Me } from '#contract/sessions.ts'
import { inPlumbing, inTenant } from '#server/platform/db/transaction.ts'
import { AppError, refuse } from '#server/platform/errors.ts'
import type { SessionRequest } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { rememberChallenge, takeChallenge } from '../challenges.ts'
import { admitSignIn, attemptRefunded, attemptSucceeded } from '../limits.ts'
import { openSession } from '../open-session.ts'
import { knownByAnswer, type ProviderQuestion } from '../provider.ts'
import { factorsOf, judgeSecondFactor, shownBy, type SecondProof } from '../second-factor.ts'
import { lockAccount } from '../store.ts'
import { providerLinkOf } from '../store-provider.ts'

type Input = InputOf<(typeof operations)['createProviderSession']>
type Request = Pick<SessionRequest, 'address' | 'userAgent' | 'deviceToken'> & { input: Input }

/** Whom the provider proved, kept for the minutes until the second factor has been shown. */
interface Proved {
  tenantId: string
  accountId: string
  subject: string
  twoFactors: boolean
}

/**
 * Signs in whom the outside provider has proved and who linked the account before. Where the provider does not say that two factors were shown,
 * ours is asked for (401 with the id to go on by); guessing it is slowed down like any other.
 */
export async function createProviderSession(
  platform: Platform,
  request: Request,
): Promise<{ output: Me; sessionToken: string }> {
  const { input, userAgent } = request
  const proved = await provedBy(platform, input)
  const attempt = await admitSignIn(platform, { ...request, login: `provider ${proved.subject}` })
  const shown = await shownBy(platform, input)
  const outcome = await inTenant(platform, proved.tenantId, async (tx) => {
    const account = await lockAccount(tx, proved.accountId)
    const link = account === null ? null : await providerLinkOf(tx, account.id)
    if (account === null || link?.subject_hash.toString('hex') !== proved.subject)
      return { problem: 'sessions.provider_not_linked', params: {} }
    const judged = proved.twoFactors
      ? ({ problem: null, factor: 'provider' } as const)
      : await judgeSecondFactor(tx, account, shown)
    if (judged.problem !== null)
      return { problem: judged.problem, params: { ...(await factorsOf(tx, account)) } }
    return openSession(tx, {
      accountId: account.id,
      personId: account.person_id,
      by: 'provider',
      secondFactor: judged.factor,
      userAgent,
    })
  })
  if ('me' in outcome) {
    await attemptSucceeded(platform, attempt)
    return { output: outcome.me, sessionToken: outcome.token }
  }
  if (!hasShown(shown)) await attemptRefunded(platform, attempt)
  // The provider's answer is spent: what it proved holds for the next try of the second factor.
  const flowId = await rememberChallenge(platform, 'provider_proved', proved)
  throw new AppError('unauthenticated', outcome.problem, { ...outcome.params, flowId })
}

async function provedBy(platform: Platform, { flowId, answer }: Input): Promise<Proved> {
  if (answer === undefined) return takeChallenge<Proved>(platform, 'provider_proved', flowId)
  const question = await takeChallenge<ProviderQuestion>(platform, 'provider', flowId)
  // Asked to link an account, not to sign in.
  if (question.accountId !== null) refuse('sessions.too_late')
  const known = await knownByAnswer(platform, question, answer)
  if (known === null) throw new AppError('unauthenticated', 'sessions.provider_wrong')
  const account = await inPlumbing(platform.pool, (tx) =>
    tx
      .selectFrom('provider_directory')
      .select(['tenant_id', 'account_id'])
      .where('subject_hash', '=', known.subjectHash)
      .executeTakeFirst(),
  )
  if (account === undefined) throw new AppError('unauthenticated', 'sessions.provider_not_linked')
  return {
    tenantId: account.tenant_id,
    accountId: account.account_id,
    subject: known.subjectHash.toString('hex'),
    twoFactors: known.twoFactors,
  }
}

function hasShown({ totp, recoveryCode, passkey }: SecondProof): boolean {
  return totp !== undefined || recoveryCode !== undefined || passkey !== undefined
}
