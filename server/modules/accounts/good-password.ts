import type { FieldError } from '#contract/errors.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { isCommonPassword } from './common-passwords.ts'
import { loginHashOf } from './login.ts'
import { passwordMatches } from './passwords.ts'
import { accountKindOf } from './queries/account-kind.ts'
import { signInRule } from './queries/sign-in-rule.ts'
import { passwordFault, withoutTail } from './rules/passwords.ts'
import { previousPasswords } from './store-passwords.ts'

/** Somebody chooses a password: for an account that is there already, or for one about to be opened (`accountId` null). */
export interface PasswordChoice {
  personId: string
  accountId: string | null
  password: string
  /** The hash of the log-in, which may not serve as password. */
  loginHash: Buffer | null
  /** The field of the form where a fault is shown. */
  field: string
}

/** Refuses (400, at the field) a password that the tenant's sign-in rules do not allow for this person. */
export async function mustBeGoodPassword(tx: Tx, choice: PasswordChoice): Promise<void> {
  const { value: rule } = await signInRule(tx)
  const kind = await accountKindOf(tx, choice.personId, await today(tx))
  const { code: tenantCode } = await tx
    .selectFrom('tenants')
    .select('code')
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  const fault = passwordFault({
    password: choice.password,
    shortest: rule.shortest[kind],
    kindsOfCharacters: rule.kindsOfCharacters,
    words: [...productWords, ...tenantCode.split('-').filter((part) => part.length >= 4)],
    isCommon: isCommonPassword,
  })
  if (fault !== null) refuseAt(choice.field, fault)
  if (isLogin(tx, choice)) refuseAt(choice.field, { code: 'accounts.password_guessable' })
  if (choice.accountId === null) return
  for (const hash of await previousPasswords(tx, choice.accountId, rule.previousRefused)) {
    if (await passwordMatches(hash, choice.password))
      refuseAt(choice.field, {
        code: 'accounts.password_used_before',
        params: { count: Math.max(1, rule.previousRefused) },
      })
  }
}

const productWords = ['zonggonghui', 'gonghui', 'password', 'mima', '总工会', '工会', '密码']

// The log-in itself is not stored: whether the password is made of it shows by its hash.
function isLogin(tx: Tx, { loginHash, password }: PasswordChoice): boolean {
  if (loginHash === null) return false
  return [password, withoutTail(password)].some((each) => loginHashOf(tx.keys, each).equals(loginHash))
}

function refuseAt(path: string, fault: Omit<FieldError, 'path'>): never {
  return invalid([{ path, ...fault }])
}
