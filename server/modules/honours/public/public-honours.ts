import { sql } from 'kysely'
import type { PublicHonour } from '#contract/honours-public.ts'
import type { Honour } from '#contract/honours.ts'
import type { PublicItem } from '#contract/public-pages.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { PublicPart } from '#server/platform/public-part.ts'
import { honourRows } from '../queries/honour-rows.ts'

const most = 200

/** The released honours of a federation for its public page, the latest first. Of one that was withdrawn or taken back nobody is named any more. */
export const publicHonours: PublicPart = {
  kind: 'honours',
  items: async (tx) => {
    const { rows } =
      await sql<Row>`${released(tx)} order by m."grantedOn" desc, x.public_id limit ${most}`.execute(tx)
    return rows.map((row): PublicItem => ({
      id: row.publicId,
      titleZh: isOut(row) ? `${row.titleZh}：${row.holderName}` : row.titleZh,
      titleEn: isOut(row) ? `${row.titleEn}: ${row.holderName}` : row.titleEn,
      issuer: row.organisationName,
      on: row.grantedOn,
      withdrawnOn: isOut(row) ? null : (row.withdrawnOn ?? row.revokedOn),
    }))
  },
}

/** A released honour by its public id, for everybody. Not released, or not there: the same answer. */
export async function publicHonour(tx: Tx, publicId: string): Promise<PublicHonour> {
  const { rows } = await sql<Row>`${released(tx)} and x.public_id = ${publicId}`.execute(tx)
  const row = found(rows[0])
  const { titleZh, titleEn, organisationName, documentNo, grantedOn, expiresOn } = row
  return {
    titleZh,
    titleEn,
    organisationName,
    documentNo,
    grantedOn,
    expiresOn,
    holder: isOut(row) ? row.holderName : null,
    deed: isOut(row) ? row.deed : null,
    withdrawnOn: isOut(row) ? null : (row.withdrawnOn ?? row.revokedOn),
  }
}

type Row = Honour & { publicId: string; withdrawnOn: string | null }

const isOut = ({ withdrawnOn, revokedOn }: Row) => withdrawnOn === null && revokedOn === null

// The name of somebody whose data were erased is a tombstone: they are not shown.
function released(tx: Tx) {
  return sql`
    select m.*, x.public_id as "publicId", (x.withdrawn_at at time zone 'Asia/Shanghai')::date as "withdrawnOn"
    from honour_releases x join (${honourRows(tx, sql`true`)}) m on m.id = x.honour_id
    where x.tenant_id = ${tx.tenantId} and m."holderName" not like '（%'`
}
