import { sql } from 'kysely'
import type { PublicItem } from '#contract/public-pages.ts'
import type { BulletinContent, PublicBulletin } from '#contract/reports-bulletins.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { PublicPart } from '#server/platform/public-part.ts'

const most = 200

/** The released bulletins of a federation for its public page, the latest first; one that was withdrawn stays listed and says so. */
export const publicBulletins: PublicPart = {
  kind: 'bulletins',
  items: async (tx) => {
    const { rows } = await sql<PublicItem>`
      select b.public_id as id, t.title_zh as "titleZh", t.title_en as "titleEn", e.content ->> 'organisationName' as issuer,
        (r.released_at at time zone 'Asia/Shanghai')::date as "on", (w.withdrawn_at at time zone 'Asia/Shanghai')::date as "withdrawnOn"
      from bulletin_releases r
      join bulletins b on b.tenant_id = r.tenant_id and b.id = r.bulletin_id
      join bulletin_editions e on e.tenant_id = r.tenant_id and e.id = r.edition_id
      join bulletin_texts t on t.tenant_id = e.tenant_id and t.bulletin_id = e.bulletin_id and t.version = e.version
      left join bulletin_withdrawals w on w.tenant_id = r.tenant_id and w.bulletin_id = r.bulletin_id
      where r.tenant_id = ${tx.tenantId} order by r.released_at desc, b.id desc limit ${most}`.execute(tx)
    return rows
  },
}

/** A released bulletin by its public id, for everybody. Not released, or not there: the same answer. */
export async function publicBulletin(tx: Tx, publicId: string): Promise<PublicBulletin> {
  const { rows } = await sql<Released>`
    select b.public_id as id, f.code, f.name, f.kind = 'demo' as demo, t.title_zh as "titleZh", t.title_en as "titleEn", e.content,
      r.released_at as "releasedAt", w.reason, w.withdrawn_at as "withdrawnAt"
    from bulletins b
    join tenants f on f.id = b.tenant_id
    join bulletin_releases r on r.tenant_id = b.tenant_id and r.bulletin_id = b.id
    join bulletin_editions e on e.tenant_id = r.tenant_id and e.id = r.edition_id
    join bulletin_texts t on t.tenant_id = e.tenant_id and t.bulletin_id = e.bulletin_id and t.version = e.version
    left join bulletin_withdrawals w on w.tenant_id = b.tenant_id and w.bulletin_id = b.id
    where b.tenant_id = ${tx.tenantId} and b.public_id = ${publicId}`.execute(tx)
  const { code, name, demo, content, reason, withdrawnAt, releasedAt, ...titles } = found(rows[0])
  const isOut = withdrawnAt === null
  return {
    ...titles,
    federation: { code, name, demo },
    organisationName: content.organisationName,
    asOf: content.asOf,
    releasedAt: releasedAt.toISOString(),
    withdrawal: isOut ? null : { reason: reason ?? '', withdrawnAt: withdrawnAt.toISOString() },
    figures: isOut ? content.figures : [],
    zh: isOut ? content.zh : [],
    en: isOut ? content.en : [],
  }
}

interface Released {
  id: string
  code: string
  name: string
  demo: boolean
  titleZh: string
  titleEn: string
  content: BulletinContent
  releasedAt: Date
  reason: string | null
  withdrawnAt: Date | null
}
