import { openText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MessageContent } from '../send-message.ts'
import type { Channel } from '../store.ts'

/** A message that has not ended, opened. */
export interface OpenMessage extends MessageContent {
  id: string
  channel: Channel
  purpose: string
  /** Whose people these are: those of a demo are never written to. */
  tenantKind: string
}

/** A message on its way, in clear; null when it has ended, or can no longer be read. */
export async function openMessage(tx: Tx, id: string): Promise<OpenMessage | null> {
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('person_keys as k', (join) =>
      join.onRef('k.tenant_id', '=', 'm.tenant_id').onRef('k.person_id', '=', 'm.person_id'),
    )
    .innerJoin('tenants as t', 't.id', 'm.tenant_id')
    .leftJoin('message_endings as e', (join) =>
      join.onRef('e.tenant_id', '=', 'm.tenant_id').onRef('e.message_id', '=', 'm.id'),
    )
    .select(['m.channel', 'm.purpose', 'm.content_cipher', 'k.wrapped_key', 'k.master_key_id', 't.kind'])
    .where('m.tenant_id', '=', tx.tenantId)
    .where('m.id', '=', id)
    .where('e.message_id', 'is', null)
    .executeTakeFirst()
  if (row === undefined || row.content_cipher === null) return null
  const key = unwrapKey(tx.keys, row.wrapped_key, row.master_key_id)
  const content = JSON.parse(openText(key, row.content_cipher)) as MessageContent
  return {
    id,
    channel: row.channel as Channel,
    purpose: row.purpose,
    tenantKind: row.kind,
    ...content,
  }
}
