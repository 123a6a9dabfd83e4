import { sealText, type MasterKeys } from '#server/platform/crypto.ts'
import { copyRow, type RawRow } from '../rules/cells.ts'
import type { JudgedOrganisationRow, OrganisationValues } from '../rules/organisations-workbook.ts'
import type { Reason } from '../rules/reasons.ts'
import { emptyRow } from './empty-row.ts'
import type { PreparedRow } from './prepared-row.ts'
import { stagingKey } from './sealed-cells.ts'

/** What an organisation row keeps sealed: cells, reasons, and its values, which a commit hands to the register. */
export interface SealedOrganisation {
  raw: RawRow
  reasons: readonly Reason[]
  values: OrganisationValues
}

/** Makes judged organisation rows ready to be written: a few thousand, so their values stay together in one sealed text. */
export function organisationPreparer(
  keys: MasterKeys,
  tenantId: string,
): (judged: JudgedOrganisationRow, raw: RawRow) => PreparedRow {
  const key = stagingKey(keys, tenantId)
  return (judged, raw) => {
    const { reasons, values } = judged
    const kept: SealedOrganisation = { raw: copyRow(raw), reasons, values }
    return { ...emptyRow(judged), name: values.name, sealed: sealText(key, JSON.stringify(kept)) }
  }
}
