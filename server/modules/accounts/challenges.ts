import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { deriveKey, open, seal } from '#server/platform/crypto.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'

/** What a browser may be asked in the course of signing in. */
export type ChallengeKind = 'passkey_registration' | 'passkey_sign_in' | 'provider' | 'provider_proved'

const minutes = 5

/** Remembers, sealed and for five minutes, what a browser was asked; returns the id the answer must name. */
export async function rememberChallenge(
  platform: Platform,
  kind: ChallengeKind,
  content: object,
): Promise<string> {
  // Whoever knows the id may answer: it says nothing, not even the time.
  const id = randomUUID()
  await inPlumbing(platform.pool, async (tx) => {
    await sql`delete from sign_in_challenges where expires_at < now()`.execute(tx)
    await tx
      .insertInto('sign_in_challenges')
      .values({
        id,
        kind,
        sealed: seal(keyOf(platform, kind), Buffer.from(JSON.stringify(content))),
        expires_at: sql<Date>`now() + ${minutes} * interval '1 minute'`,
      })
      .execute()
  })
  return id
}

/** Takes back what was asked: it is answered once. Expired, answered before or of another kind: 422. */
export async function takeChallenge<T>(platform: Platform, kind: ChallengeKind, id: string): Promise<T> {
  const row = await inPlumbing(platform.pool, (tx) =>
    tx
      .deleteFrom('sign_in_challenges')
      .where('id', '=', id)
      .where('kind', '=', kind)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning('sealed')
      .executeTakeFirst(),
  )
  if (row === undefined) refuse('sessions.too_late')
  return JSON.parse(open(keyOf(platform, kind), row.sealed).toString()) as T
}

function keyOf(platform: Platform, kind: ChallengeKind): Buffer {
  return deriveKey(platform.keys, `sign-in challenge ${kind}`)
}
