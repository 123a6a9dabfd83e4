import { sql } from 'kysely'
import type { BulletinContent } from '#contract/reports-bulletins.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Opens a bulletin; its first text follows. */
export async function insertBulletin(
  tx: Tx,
  actor: Actor,
  bulletin: { id: string; publicId: string; organisationId: string },
): Promise<void> {
  await tx
    .insertInto('bulletins')
    .values({
      tenant_id: tx.tenantId,
      id: bulletin.id,
      public_id: bulletin.publicId,
      organisation_id: bulletin.organisationId,
      created_by: actor.appointment?.id ?? null,
    })
    .execute()
}

/** Locks a bulletin: whoever writes, submits, releases or withdraws it waits in line. */
export async function lockBulletin(tx: Tx, bulletinId: string): Promise<void> {
  await sql`select from bulletins where tenant_id = ${tx.tenantId} and id = ${bulletinId} for no key update`.execute(
    tx,
  )
}

/** A text as it was written. */
export interface NewText {
  bulletinId: string
  version: number
  titleZh: string
  titleEn: string
  textZh: string
  textEn: string
  asOf: string | null
}

/** Writes the next text of a bulletin; the number of the version is the last guard against two writers. */
export async function insertText(tx: Tx, actor: Actor, text: NewText): Promise<void> {
  await tx
    .insertInto('bulletin_texts')
    .values({
      tenant_id: tx.tenantId,
      bulletin_id: text.bulletinId,
      version: text.version,
      title_zh: text.titleZh,
      title_en: text.titleEn,
      text_zh: text.textZh,
      text_en: text.textEn,
      as_of: text.asOf,
      written_by: actor.appointment?.id ?? null,
    })
    .execute()
}

/** Keeps what was submitted, under the id of the request that asks for its release. */
export async function insertEdition(
  tx: Tx,
  actor: Actor,
  edition: {
    id: string
    bulletinId: string
    version: number
    content: BulletinContent
    sealId: string | null
  },
): Promise<void> {
  await tx
    .insertInto('bulletin_editions')
    .values({
      tenant_id: tx.tenantId,
      id: edition.id,
      bulletin_id: edition.bulletinId,
      version: edition.version,
      content: JSON.stringify(edition.content),
      seal_id: edition.sealId,
      fixed_by: actor.appointment?.id ?? null,
    })
    .execute()
}

/** An edition goes out. A second one of the same bulletin is impossible. */
export async function insertRelease(
  tx: Tx,
  actor: Actor,
  release: { bulletinId: string; editionId: string },
): Promise<void> {
  await tx
    .insertInto('bulletin_releases')
    .values({
      tenant_id: tx.tenantId,
      bulletin_id: release.bulletinId,
      edition_id: release.editionId,
      released_by: actor.appointment?.id ?? null,
    })
    .execute()
}

/** A released bulletin is taken back; it stays listed. */
export async function insertWithdrawal(
  tx: Tx,
  actor: Actor,
  withdrawal: { bulletinId: string; reason: string },
): Promise<void> {
  await tx
    .insertInto('bulletin_withdrawals')
    .values({
      tenant_id: tx.tenantId,
      bulletin_id: withdrawal.bulletinId,
      reason: withdrawal.reason,
      withdrawn_by: actor.appointment?.id ?? null,
    })
    .execute()
}
