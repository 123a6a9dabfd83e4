import { keyedHash } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readPassCode } from './rules/pass-code.ts'

/** The token of a registration's pass: the same each time, made under the server's key, so that nothing of it is stored. */
export function passToken(tx: Tx, registrationId: string): Buffer {
  return keyedHash(tx.keys, 'event-pass', tx.tenantId, registrationId)
}

/** The registration whose pass a code is, or null: of another event, of nobody, or no pass. */
export async function registrationOfPass(tx: Tx, eventId: string, code: string): Promise<string | null> {
  const pass = readPassCode(code)
  if (pass === null) return null
  const registrations = await tx
    .selectFrom('registrations')
    .select(['id', 'badge_no as badgeNo'])
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute()
  // The badge number only says where to look first: whoever waits has none, and a place given anew may bring another.
  const first = registrations.filter((each) => pass.badgeNo !== null && each.badgeNo === pass.badgeNo)
  const fits = (each: { id: string }) => passToken(tx, each.id).toString('base64url') === pass.token
  return (first.find(fits) ?? registrations.find(fits))?.id ?? null
}
