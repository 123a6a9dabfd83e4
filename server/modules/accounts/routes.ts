import { operations as passkeys } from '#contract/passkeys.ts'
import { operations as provider } from '#contract/provider.ts'
import { operations as accounts } from '#contract/accounts.ts'
import { operations as sessions } from '#contract/sessions.ts'
import { operations as signIn } from '#contract/sign-in.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { route, sessionRoute, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { tokenHash } from './authenticate.ts'
import {
  closeOtherAccount,
  endAccountSessions,
  reopenAccount,
  resetAccountPassword,
  unlockAccount,
} from './commands/administer-account.ts'
import { actAs } from './commands/act-as.ts'
import { changeOwnPassword, confirmOwnPassword } from './commands/change-own-password.ts'
import { chooseSignInRules } from './commands/choose-sign-in-rules.ts'
import { createPasskeySession, startPasskeySignIn } from './commands/create-passkey-session.ts'
import { createProviderSession } from './commands/create-provider-session.ts'
import { createSession } from './commands/create-session.ts'
import { confirmTotpEnrolment, removeTotp, startTotpEnrolment } from './commands/enrol-totp.ts'
import { endOtherSessions, endOwnSession } from './commands/end-sessions.ts'
import { linkProvider, startProviderLink, unlinkProvider } from './commands/link-provider.ts'
import { makeRecoveryCodes } from './commands/make-recovery-codes.ts'
import { registerPasskey, removePasskey, startPasskeyRegistration } from './commands/register-passkey.ts'
import { departure, providerOf } from './provider.ts'
import { accountList } from './queries/account-list.ts'
import { describeMe } from './queries/me.ts'
import { listOwnPasskeys } from './queries/own-passkeys.ts'
import { listOwnSessions } from './queries/own-sessions.ts'
import { getOwnSignIn } from './queries/own-sign-in.ts'
import { getSignInRules } from './queries/sign-in-rules.ts'
import { deleteSession } from './store-sessions.ts'

export const routes: Route[] = [
  sessionRoute('createSession', sessions.createSession, 'public', createSession),
  sessionRoute('deleteSession', sessions.deleteSession, 'public', async (platform, { sessionToken }) => {
    if (sessionToken !== null)
      await inPlumbing(platform.pool, (tx) => deleteSession(tx, tokenHash(sessionToken)))
    return { output: {}, sessionToken: null }
  }),
  route('getMe', sessions.getMe, 'signed_in', describeMe),
  // Once it is done the session works as another appointment, and the same request would be another.
  withoutKeptAnswer(route('actAs', sessions.actAs, 'signed_in', actAs)),
  route('listOwnSessions', sessions.listOwnSessions, 'signed_in', listOwnSessions),
  route('endOwnSession', sessions.endOwnSession, 'signed_in', endOwnSession),
  route('endOtherSessions', sessions.endOtherSessions, 'signed_in', endOtherSessions),
  route('getOwnSignIn', signIn.getOwnSignIn, 'signed_in', getOwnSignIn),
  sessionRoute('changeOwnPassword', signIn.changeOwnPassword, 'signed_in', async (platform, request) => ({
    output: await changeOwnPassword(platform, request.actor!, request.input),
  })),
  sessionRoute('confirmOwnPassword', signIn.confirmOwnPassword, 'signed_in', async (platform, request) => ({
    output: await confirmOwnPassword(platform, request.actor!, request.input),
  })),
  // A secret that is told once is kept nowhere.
  withoutKeptAnswer(route('startTotpEnrolment', signIn.startTotpEnrolment, 'signed_in', startTotpEnrolment)),
  route('confirmTotpEnrolment', signIn.confirmTotpEnrolment, 'signed_in', confirmTotpEnrolment),
  route('removeTotp', signIn.removeTotp, 'signed_in', removeTotp),
  // A secret that is told once is kept nowhere.
  withoutKeptAnswer(route('makeRecoveryCodes', signIn.makeRecoveryCodes, 'signed_in', makeRecoveryCodes)),
  sessionRoute('startPasskeySignIn', passkeys.startPasskeySignIn, 'public', async (platform, request) => ({
    output: await startPasskeySignIn(platform, request.origin),
  })),
  sessionRoute('createPasskeySession', passkeys.createPasskeySession, 'public', createPasskeySession),
  route('listOwnPasskeys', passkeys.listOwnPasskeys, 'signed_in', listOwnPasskeys),
  sessionRoute(
    'startPasskeyRegistration',
    passkeys.startPasskeyRegistration,
    'signed_in',
    async (platform, request) => ({
      output: await startPasskeyRegistration(platform, request.actor!, request.origin),
    }),
  ),
  sessionRoute('registerPasskey', passkeys.registerPasskey, 'signed_in', async (platform, request) => ({
    output: await registerPasskey(platform, request.actor!, request.input),
  })),
  route('removePasskey', passkeys.removePasskey, 'signed_in', removePasskey),
  sessionRoute('getProvider', provider.getProvider, 'public', async (platform) => ({
    output: { name: providerOf(platform)?.name ?? null },
  })),
  sessionRoute('startProviderSignIn', provider.startProviderSignIn, 'public', async (platform, request) => ({
    output: await departure(platform, request.origin, null),
  })),
  sessionRoute('createProviderSession', provider.createProviderSession, 'public', createProviderSession),
  sessionRoute('startProviderLink', provider.startProviderLink, 'signed_in', async (platform, request) => ({
    output: await startProviderLink(platform, request.actor!, request.origin),
  })),
  sessionRoute('linkProvider', provider.linkProvider, 'signed_in', async (platform, request) => ({
    output: await linkProvider(platform, request.actor!, request.input),
  })),
  route('unlinkProvider', provider.unlinkProvider, 'signed_in', unlinkProvider),
  route('getSignInRules', signIn.getSignInRules, 'accounts.manage', getSignInRules),
  route('chooseSignInRules', signIn.chooseSignInRules, 'accounts.manage', chooseSignInRules),
  route('listAccounts', accounts.listAccounts, 'accounts.manage', accountList),
  withoutKeptAnswer(
    route('resetAccountPassword', accounts.resetAccountPassword, 'accounts.manage', resetAccountPassword),
  ),
  route('endAccountSessions', accounts.endAccountSessions, 'accounts.manage', endAccountSessions),
  route('unlockAccount', accounts.unlockAccount, 'accounts.manage', unlockAccount),
  route('closeAccount', accounts.closeAccount, 'accounts.manage', closeOtherAccount),
  route('reopenAccount', accounts.reopenAccount, 'accounts.manage', reopenAccount),
]
