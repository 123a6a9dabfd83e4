import { sql } from 'kysely'
import type { OwnPurpose } from '#contract/consents.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A purpose in the version of today. */
export type Purpose = Omit<OwnPurpose, 'state' | 'since'>

/** Every purpose in its present version, in the order people are asked. */
export async function purposesToday(tx: Tx): Promise<Purpose[]> {
  const { rows } = await sql<Row>`
    select distinct on (sort, code) * from processing_purposes where starts_on <= app_today() order by sort, code, version desc`.execute(
    tx,
  )
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    basis: row.basis,
    separate: row.separate,
    name: { zh: row.name_zh, en: row.name_en },
    method: { zh: row.method_zh, en: row.method_en },
    kinds: { zh: row.kinds_zh, en: row.kinds_en },
    retention: { zh: row.retention_zh, en: row.retention_en },
    document: row.document,
  }))
}

interface Row {
  code: string
  version: number
  basis: Purpose['basis']
  separate: boolean
  name_zh: string
  name_en: string
  method_zh: string
  method_en: string
  kinds_zh: string
  kinds_en: string
  retention_zh: string
  retention_en: string
  document: string
}
