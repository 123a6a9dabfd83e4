import { sql } from 'kysely'
import type { Notice, NoticeText } from '#contract/consents.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { defaultNotice } from '../default-notice.ts'

/** The notice in force: the newest one published, otherwise the text the product brings. */
export async function noticeInForce(tx: Tx): Promise<Notice> {
  const { rows } = await sql<{ version: number; zh: NoticeText; en: NoticeText; publishedAt: Date }>`
    select version, text_zh as zh, text_en as en, published_at as "publishedAt" from privacy_notices
    where tenant_id = ${tx.tenantId} order by version desc limit 1`.execute(tx)
  const [newest] = rows
  if (newest !== undefined) return { ...newest, publishedAt: newest.publishedAt.toISOString() }
  return { version: 0, ...(await standardNotice(tx)), publishedAt: null }
}

/** The text the product brings, with the federation's name in it. */
export async function standardNotice(tx: Tx): Promise<{ zh: NoticeText; en: NoticeText }> {
  const { name } = await tx
    .selectFrom('tenants')
    .select('name')
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  return defaultNotice(name)
}
