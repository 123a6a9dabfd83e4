import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/activation.ts'
import {
  accountOfPerson,
  chooseLogin,
  choosePassword,
  endSessions,
  hasSecondFactor,
  openAccountWithPassword,
  openSession,
} from '#server/modules/accounts/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import { audit } from '#server/platform/audit.ts'
import { inPlumbing, inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { ownNumbers } from '../queries/own-numbers.ts'
import { loginProblem, readLogin } from '../rules.ts'
import { secretHash } from '../secrets.ts'
import { endInvitations, endSlips, findSecret, spendSecret, type SecretRow } from '../store.ts'

type Operation = (typeof operations)['completeActivation']
type Input = InputOf<Operation>
type Outcome = OutputOf<Operation> & { token: string | null }

/**
 * Chooses log-in and password with a ticket (or the token of an invitation), which then is spent. Whoever had an account keeps it: its sessions
 * end, its second factor stays, and with one it signs in the usual way; everybody else is signed in at once.
 */
export async function completeActivation(
  platform: Platform,
  { input, userAgent }: { input: Input; userAgent: string },
): Promise<Outcome> {
  const hash = secretHash(platform.keys, input.ticket)
  const kinds = ['ticket', 'invitation']
  const known = await inPlumbing(platform.pool, (tx) => findSecret(tx, hash, kinds))
  if (known === undefined) refuse('activation.ticket_over')
  return inTenant(platform, known.tenantId, async (tx) => {
    // Locked anew: of two at the same moment one finds it spent.
    const secret = await findSecret(tx, hash, kinds)
    if (secret === undefined) refuse('activation.ticket_over')
    return complete(tx, { secret, hash, input, userAgent })
  })
}

interface Asked {
  secret: SecretRow
  hash: Buffer
  input: Input
  userAgent: string
}

async function complete(tx: Tx, { secret, hash, input, userAgent }: Asked): Promise<Outcome> {
  const { personId, recordIds, organisationId } = found(await personRecords(tx, secret.personId))
  const account = await accountOfPerson(tx, recordIds)
  if (account?.closed) refuse('activation.account_closed')
  const login = readLogin(input.login ?? '')
  if (login !== '' || account === null) await mustBeOwnLogin(tx, recordIds, login)
  const accountId =
    account === null
      ? (await openAccountWithPassword(tx, null, { personId, login, password: input.password })).accountId
      : account.accountId
  if (account !== null)
    await renew(tx, { accountId, personId: account.personId, login, password: input.password })
  await spendSecret(tx, hash, secret.personId)
  await endSource(tx, secret, accountId)
  await audit(tx, { accountId, appointment: null }, 'activation.completed', {
    kind: 'account',
    id: accountId,
    organisationId,
    params: { by: secret.source, first: account === null },
  })
  if (account !== null && (await hasSecondFactor(tx, accountId))) return { me: null, token: null }
  return openSession(tx, {
    accountId,
    personId: account?.personId ?? personId,
    by: 'password',
    secondFactor: null,
    userAgent,
  })
}

/** A new password, and a new log-in where one was given, for an account there is. */
async function renew(
  tx: Tx,
  account: { accountId: string; personId: string; login: string; password: string },
): Promise<void> {
  const { accountId, personId, login, password } = account
  const author = { accountId, appointment: null }
  if (login !== '') await chooseLogin(tx, author, { accountId, login })
  await choosePassword(tx, author, { accountId, personId, password, field: 'password' })
  await endSessions(tx, accountId)
}

async function mustBeOwnLogin(tx: Tx, recordIds: readonly string[], login: string): Promise<void> {
  if (login === '') invalid([{ path: 'login', code: 'field.required' }])
  const code = loginProblem(login, await ownNumbers(tx, recordIds, login))
  if (code !== null) invalid([{ path: 'login', code }])
}

async function endSource(
  tx: Tx,
  { source, sourceId, personId }: SecretRow,
  accountId: string,
): Promise<void> {
  if (source === 'slip') await endSlips(tx, { slipId: sourceId! }, { outcome: 'used', endedBy: accountId })
  if (source === 'invitation')
    await endInvitations(tx, { invitationId: sourceId! }, { outcome: 'accepted', endedBy: accountId })
  // Whoever has just chosen a password needs no other slip that lies about.
  await endSlips(tx, { personIds: [personId], exceptRun: null }, { outcome: 'replaced', endedBy: accountId })
}
