import { openCsv } from './csv.ts'
import { detectType } from './detect.ts'
import { WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts'
import { openSource } from './source.ts'
import type { Workbook } from './types.ts'
import { openXlsx } from './xlsx.ts'

/**
 * Opens an .xlsx or .csv by its content. Throws `WorkbookRefusal` for everything the import policy turns away as a
 * whole (X26, X30); `rows` and `survey` may throw it later too, since sizes are counted while inflating.
 * The caller closes the workbook.
 */
export async function openWorkbook(
  from: string | Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<Workbook> {
  const source = openSource(from)
  try {
    return await (detectType(source) === 'zip' ? openXlsx(source, limits) : openCsv(source, limits))
  } catch (error) {
    source.close()
    throw error
  }
}
