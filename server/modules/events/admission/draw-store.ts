import { sql } from 'kysely'
import { deriveKey, open, randomBytes, seal } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { seedHashOf } from './draw.ts'

const seedBytes = 32

/** Makes the seed of an event's draw where there is none: sealed, so that a copy of the database does not tell who will be drawn. */
export async function makeSeed(tx: Tx, eventId: string): Promise<void> {
  const seed = randomBytes(seedBytes)
  await tx
    .insertInto('event_seeds')
    .values({
      tenant_id: tx.tenantId,
      event_id: eventId,
      sealed_seed: seal(seedKey(tx), seed),
      seed_hash: seedHashOf(seed.toString('hex')),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The seed in clear and its hash; null where none was made. Only the draw itself opens it. */
export async function openSeed(tx: Tx, eventId: string): Promise<{ seed: string; seedHash: string } | null> {
  const row = await tx
    .selectFrom('event_seeds')
    .select(['sealed_seed', 'seed_hash'])
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { seed: open(seedKey(tx), row.sealed_seed).toString('hex'), seedHash: row.seed_hash }
}

/** Writes the draw as it is published, and the step of the event. */
export async function insertDraw(
  tx: Tx,
  held: { eventId: string; proof: string; drawnBy: string },
): Promise<void> {
  await tx
    .insertInto('event_draws')
    .values({ tenant_id: tx.tenantId, event_id: held.eventId, proof: held.proof, drawn_by: held.drawnBy })
    .execute()
  await tx
    .insertInto('event_steps')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      event_id: held.eventId,
      step: 'drawn',
      taken_by: held.drawnBy,
    })
    .execute()
}

/** What is told of an event's draw: the hash of the seed, and the file once it was held; undefined where there is no draw. */
export async function findDraw(
  tx: Tx,
  eventId: string,
): Promise<{ seedHash: string; proof: string | null; drawnAt: Date | null } | undefined> {
  const { rows } = await sql<{ seedHash: string; proof: string | null; drawnAt: Date | null }>`
    select s.seed_hash as "seedHash", d.proof, d.drawn_at as "drawnAt" from event_seeds s
    left join event_draws d on d.tenant_id = s.tenant_id and d.event_id = s.event_id
    where s.tenant_id = ${tx.tenantId} and s.event_id = ${eventId}`.execute(tx)
  return rows[0]
}

function seedKey(tx: Tx): Buffer {
  return deriveKey(tx.keys, `draws ${tx.tenantId}`)
}
