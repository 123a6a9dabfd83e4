import { sql } from 'kysely'
import type { Outbox } from '#contract/messages.ts'
import { openText, unwrapKey } from '#server/platform/crypto.ts'
import { inPlumbing, inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { publicUrlMark, type MessageContent } from '../send-message.ts'

const shownAtMost = 50

/** The latest messages of the demo tenants, in clear; nothing of a real tenant, ever. The people in them are invented. */
export async function listOutbox(platform: Platform): Promise<Outbox> {
  const demos = await inPlumbing(platform.pool, (tx) =>
    tx.selectFrom('tenants').select(['id', 'name']).where('kind', '=', 'demo').orderBy('code').execute(),
  )
  const items: Outbox['items'] = []
  for (const { id, name } of demos) items.push(...(await inTenant(platform, id, (tx) => keptIn(tx, name))))
  items.sort((a, b) => b.sentAt.localeCompare(a.sentAt))
  return { demo: demos.length > 0, items: items.slice(0, shownAtMost) }
}

interface Row {
  id: string
  channel: 'sms' | 'mail'
  purpose: string
  sentAt: Date
  cipher: Buffer
  wrappedKey: Buffer
  masterKeyId: number
}

async function keptIn(tx: Tx, tenantName: string): Promise<Outbox['items']> {
  const { rows } = await sql<Row>`
    select m.id, m.channel, m.purpose, m.created_at as "sentAt", m.content_cipher as cipher, k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from messages m
    join tenants t on t.id = m.tenant_id and t.kind = 'demo'
    join person_keys k on k.tenant_id = m.tenant_id and k.person_id = m.person_id
    where m.tenant_id = ${tx.tenantId} and m.content_cipher is not null
    order by m.created_at desc, m.id desc limit ${sql.lit(shownAtMost)}`.execute(tx)
  return rows.map(({ cipher, wrappedKey, masterKeyId, sentAt, ...row }) => {
    const content = JSON.parse(
      openText(unwrapKey(tx.keys, wrappedKey, masterKeyId), cipher),
    ) as MessageContent
    const { recipient, subject } = content
    const text = content.text.replaceAll(publicUrlMark, '')
    return { ...row, tenantName, sentAt: sentAt.toISOString(), recipient, subject, text }
  })
}
