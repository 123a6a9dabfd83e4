import { sql } from 'kysely'
import type { PlumbingTx, Tx } from '#server/platform/db/transaction.ts'
import type { AccountKind } from './rules/sign-in.ts'

/** What a session was opened by besides the password; null: the password alone. */
export type SecondFactor = 'totp' | 'passkey' | 'recovery_code' | 'provider'

/** A session about to be opened; only the hash of its token is kept. */
export interface NewSession {
  id: string
  tokenHash: Buffer
  accountId: string
  appointmentId: string | null
  kind: AccountKind
  idleMinutes: number
  longestHours: number
  secondFactor: SecondFactor | null
  passwordDue: 'first' | 'expired' | null
  device: string
}

/** Opens a session. Its limits stand in its own row, so that reading it asks no rule. */
export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      tenant_id: tx.tenantId,
      account_id: session.accountId,
      appointment_id: session.appointmentId,
      kind: session.kind,
      idle_seconds: session.idleMinutes * 60,
      second_factor: session.secondFactor,
      password_due: session.passwordDue,
      device: session.device,
      expires_at: sql<Date>`now() + ${session.longestHours} * interval '1 hour'`,
    })
    .execute()
}

/** Sets the appointment a session works as. */
export async function setSessionAppointment(tx: Tx, sessionId: string, appointmentId: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ appointment_id: appointmentId })
    .where('id', '=', sessionId)
    .execute()
}

/** Shortens what is left of an account's sessions to the limits of another kind of holder; nothing is ever prolonged. */
export async function tightenSessions(
  tx: Tx,
  accountId: string,
  limits: { kind: AccountKind; idleMinutes: number; longestHours: number },
): Promise<void> {
  await sql`update sessions set kind = ${limits.kind}, idle_seconds = least(idle_seconds, ${limits.idleMinutes * 60}),
      expires_at = least(expires_at, created_at + ${limits.longestHours} * interval '1 hour')
    where tenant_id = ${tx.tenantId} and account_id = ${accountId}`.execute(tx)
}

/** Shortens what is left of all sessions of one kind in the tenant; nothing is ever prolonged. */
export async function tightenSessionsOfKind(
  tx: Tx,
  kind: AccountKind,
  limits: { idleMinutes: number; longestHours: number },
): Promise<void> {
  await sql`update sessions set idle_seconds = least(idle_seconds, ${limits.idleMinutes * 60}),
      expires_at = least(expires_at, created_at + ${limits.longestHours} * interval '1 hour')
    where tenant_id = ${tx.tenantId} and kind = ${kind}`.execute(tx)
}

/** Ends a session at once. */
export async function deleteSession(tx: PlumbingTx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

/** Ends every session of an account at once. */
export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute()
}

/** Ends every session of an account except one; returns how many. */
export async function deleteOtherSessions(tx: Tx, accountId: string, sessionId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '<>', sessionId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends one session of an account; false when the account has no such session. */
export async function deleteSessionOf(tx: Tx, accountId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The password was given again in this session. */
export async function notePasswordGiven(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ password_at: sql<Date>`now()` })
    .where('id', '=', sessionId)
    .execute()
}

/** The password was changed in this session: that is no longer due. */
export async function notePasswordChanged(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ password_at: sql<Date>`now()`, password_due: null })
    .where('id', '=', sessionId)
    .execute()
}

/** The session has shown a second factor. */
export async function noteSecondFactor(tx: Tx, sessionId: string, factor: SecondFactor): Promise<void> {
  await tx.updateTable('sessions').set({ second_factor: factor }).where('id', '=', sessionId).execute()
}

/** The second factor the session was opened with is gone. */
export async function clearSecondFactor(tx: Tx, sessionId: string): Promise<void> {
  await tx.updateTable('sessions').set({ second_factor: null }).where('id', '=', sessionId).execute()
}

/** What a session says about how its holder signed in; null when it has ended. */
export async function signInOfSession(
  tx: Tx,
  sessionId: string,
): Promise<{
  second_factor: string | null
  password_due: string | null
  password_age_seconds: number
} | null> {
  const row = await tx
    .selectFrom('sessions')
    .select([
      'second_factor',
      'password_due',
      sql<number>`extract(epoch from now() - password_at)::int`.as('password_age_seconds'),
    ])
    .where('id', '=', sessionId)
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  return row ?? null
}

/** What a session token says, if the session is still good. */
export interface SessionRow {
  id: string
  tenant_id: string
  tenant_kind: string
  account_id: string
  appointment_id: string | null
  second_factor: string | null
  password_due: string | null
  access_version: number
  turned_on: string
  today: string
  stale: boolean
}

/** The live sessions of some token hashes: neither expired nor idle too long. */
export const sessionsStatement = {
  name: 'sessions_of_tokens',
  text: `select s.token_hash, s.id, s.tenant_id, t.kind as tenant_kind, s.account_id, s.appointment_id, s.second_factor, s.password_due,
      t.access_version, t.turned_on, app_today() as today, s.last_seen_at < now() - interval '1 minute' as stale
    from sessions s join tenants t on t.id = s.tenant_id
    where s.token_hash = any($1::bytea[]) and s.expires_at > now() and s.last_seen_at > now() - s.idle_seconds * interval '1 second'`,
}
