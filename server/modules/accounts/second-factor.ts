import type { PasskeyAnswer } from '#contract/passkeys.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { answersByPasskey } from './answer-by-passkey.ts'
import { takeChallenge } from './challenges.ts'
import type { PasskeyChallenge } from './passkeys.ts'
import { recoveryCodeHash } from './recovery-codes.ts'
import { useTotpStep, type AccountRow } from './store.ts'
import { passkeysOf } from './store-passkeys.ts'
import { useRecoveryCode } from './store-recovery-codes.ts'
import type { SecondFactor } from './store-sessions.ts'
import { openTotpSecret, stepOfCode } from './totp.ts'

/** What somebody shows besides the password; a passkey's answer comes with what it was asked. */
export interface SecondProof {
  totp?: string | undefined
  recoveryCode?: string | undefined
  passkey?: { asked: PasskeyChallenge; response: PasskeyAnswer['response'] } | undefined
}

/** Which second factors an account has. */
export interface SecondFactors {
  totp: boolean
  passkey: boolean
}

export type FactorOutcome =
  | { problem: null; factor: SecondFactor | null }
  | {
      problem:
        | 'sessions.totp_needed'
        | 'sessions.totp_wrong'
        | 'sessions.recovery_code_wrong'
        | 'sessions.passkey_wrong'
    }

/** What a request shows as second factor; the answer of a passkey with what it was asked. */
export async function shownBy(
  platform: Platform,
  shown: {
    totp?: string | undefined
    recoveryCode?: string | undefined
    passkey?: PasskeyAnswer | undefined
  },
): Promise<SecondProof> {
  const { totp, recoveryCode, passkey } = shown
  if (passkey === undefined) return { totp, recoveryCode }
  const asked = await takeChallenge<PasskeyChallenge>(platform, 'passkey_sign_in', passkey.challengeId)
  return { totp, recoveryCode, passkey: { asked, response: passkey.response } }
}

/** Judges the second factor of a locked account; no one-time code and no recovery code works twice. Without any factor: null. */
export async function judgeSecondFactor(
  tx: Tx,
  account: AccountRow,
  shown: SecondProof,
): Promise<FactorOutcome> {
  const factors = await factorsOf(tx, account)
  if (!factors.totp && !factors.passkey) return { problem: null, factor: null }
  if (shown.recoveryCode !== undefined) {
    const used = await useRecoveryCode(tx, account.id, recoveryCodeHash(tx.keys, shown.recoveryCode))
    return used ? { problem: null, factor: 'recovery_code' } : { problem: 'sessions.recovery_code_wrong' }
  }
  if (shown.passkey !== undefined) {
    const answered = await answersByPasskey(tx, account.id, shown.passkey)
    return answered ? { problem: null, factor: 'passkey' } : { problem: 'sessions.passkey_wrong' }
  }
  if (shown.totp === undefined) return { problem: 'sessions.totp_needed' }
  return judgeTotp(tx, account, shown.totp)
}

/** Which second factors an account has set up. */
export async function factorsOf(tx: Tx, account: AccountRow): Promise<SecondFactors> {
  return {
    totp: account.totp_cipher !== null && account.totp_confirmed_at !== null,
    passkey: (await passkeysOf(tx, account.id)).length > 0,
  }
}

async function judgeTotp(tx: Tx, account: AccountRow, code: string): Promise<FactorOutcome> {
  if (account.totp_cipher === null || account.totp_confirmed_at === null)
    return { problem: 'sessions.totp_wrong' }
  const step = stepOfCode(openTotpSecret(tx.keys, account.totp_cipher), code, new Date())
  if (step === null || (account.totp_last_step !== null && step <= account.totp_last_step))
    return { problem: 'sessions.totp_wrong' }
  await useTotpStep(tx, account.id, step)
  return { problem: null, factor: 'totp' }
}
