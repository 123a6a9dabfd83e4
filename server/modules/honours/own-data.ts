import { sql } from 'kysely'
import type { Honour } from '#contract/honours.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { OwnDataPart } from '#server/platform/own-data.ts'
import { honourRows } from './queries/honour-rows.ts'

/** The honours somebody holds or held, for their own copy. */
export const honourOwnData: OwnDataPart = {
  name: 'honours',
  title: { zh: '荣誉', en: 'Honours' },
  rows: async (tx, actor) => {
    const records = await personRecords(tx, actor.personId)
    if (records === null) return []
    const { rows } = await sql<Honour>`
      ${honourRows(tx, sql`h.holder_person_id = any(${records.recordIds}::uuid[])`)} order by h.granted_on`.execute(
      tx,
    )
    return rows.map((row) => ({
      what: { zh: row.titleZh, en: row.titleEn },
      said: [row.organisationName, row.documentNo, row.grantedOn, row.deed, row.revokedOn]
        .filter(Boolean)
        .join(' · '),
    }))
  },
}
