import type { Tx } from '#server/platform/db/transaction.ts'
import { profilesOf } from './profiles.ts'

/** What somebody is called who has left. */
const gone = '—'

/** Nicknames of persons: all that the desk's lists call them. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<(personId: string) => string> {
  const profiles = await profilesOf(tx, [...new Set(personIds)])
  return (personId) => profiles.get(personId)?.nickname ?? gone
}
