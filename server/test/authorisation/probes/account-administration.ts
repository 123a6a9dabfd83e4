import { get, post, type Probe } from '../probe.ts'

const at = (rest: string) => `/accounts/none-of-these${rest}`

/** Accounts as the security administrator keeps them. */
export const accountAdministrationProbes: Record<string, Probe> = {
  listAccounts: { is: 'manage accounts', plain: () => get('/accounts') },
  resetAccountPassword: { is: 'manage accounts', plain: () => post(at('/password-reset')) },
  endAccountSessions: { is: 'manage accounts', plain: () => post(at('/session-endings')) },
  unlockAccount: { is: 'manage accounts', plain: () => post(at('/unlocking')) },
  closeAccount: { is: 'manage accounts', plain: () => post(at('/closure'), { reason: '测试' }) },
  reopenAccount: { is: 'manage accounts', plain: () => post(at('/reopening'), { reason: '测试' }) },
}
