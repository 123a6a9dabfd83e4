import { sealText, unwrapKey, type MasterKeys, type PersonKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import { insertMessage, type Channel } from './store.ts'

/** What goes out: the text as a person reads it, and its parts for gateways that only fill templates. */
export interface MessageContent {
  /** A mobile number or a mail address. */
  recipient: string
  /** Heading of a mail; a text message has none. */
  subject: string
  /** Nothing personal stands in it beyond the code or link it is about. */
  text: string
  values: Record<string, string>
}

/** Where our own address goes in a text: which it is, only the job that hands the message over knows. */
export const publicUrlMark = '{publicUrl}'

/** A message to one person. */
export interface NewMessage extends MessageContent {
  channel: Channel
  purpose: string
  personId: string
}

/** The kind of the job that hands a message over. */
export const deliverJobKind = 'messages.deliver'

/**
 * Sends a message when the caller's transaction has committed: the sealed row and its job are written in it. Somebody whose key has been
 * destroyed gets none.
 */
export async function sendMessage(tx: Tx, message: NewMessage): Promise<void> {
  const key = await personKeyOf(tx, message.personId)
  if (key === null) return
  const id = newId()
  const { recipient, subject, text, values } = message
  const job_id = await enqueueJob(tx, null, { kind: deliverJobKind, payload: { messageId: id } })
  await insertMessage(tx, {
    id,
    channel: message.channel,
    purpose: message.purpose,
    person_id: message.personId,
    content_cipher: sealText(key, JSON.stringify({ recipient, subject, text, values })),
    job_id,
  })
}

/** The person's key in clear; null where it was destroyed. */
async function personKeyOf(tx: Tx, personId: string): Promise<PersonKey | null> {
  const row = await tx
    .selectFrom('person_keys')
    .select(['wrapped_key', 'master_key_id'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row === undefined ? null : keyOf(tx.keys, row)
}

function keyOf(keys: MasterKeys, row: { wrapped_key: Buffer; master_key_id: number }): PersonKey {
  return unwrapKey(keys, row.wrapped_key, row.master_key_id)
}
