/** Why a whole file is turned away; the finer half of a refusal, for logs and tests. */
export type RefusalCause =
  | 'not_a_workbook'
  | 'html'
  | 'empty'
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  | 'macro'
  | 'old_format'
  | 'document_type'
  | 'part_too_large'
  | 'too_many_parts'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'cell_too_long'

const TOO_LARGE: readonly RefusalCause[] = [
  'part_too_large',
  'too_many_parts',
  'too_many_rows',
  'too_many_columns',
  'cell_too_long',
]

/**
 * The file is refused as a whole. `code` and `whyZh` are those of the import policy, section 2; `messageKey` names the
 * sentence for the browser: 'workbook.unusable', 'workbook.save_as_xlsx' or 'workbook.too_large'.
 */
export class WorkbookRefusal extends Error {
  readonly code: 'X26' | 'X30'
  readonly reason: RefusalCause
  readonly messageKey: string
  readonly whyZh: string

  constructor(reason: RefusalCause) {
    super(`workbook refused: ${reason}`)
    this.name = 'WorkbookRefusal'
    this.reason = reason
    this.code = TOO_LARGE.includes(reason) ? 'X30' : 'X26'
    this.messageKey = messageKeyOf(reason, this.code)
    this.whyZh = WHY_ZH[this.messageKey] as string
  }
}

/** Throws the refusal; typed `never` so that callers read as guards. */
export function refuseWorkbook(reason: RefusalCause): never {
  throw new WorkbookRefusal(reason)
}

const WHY_ZH: Record<string, string> = {
  'workbook.unusable': '文件类型不支持或已损坏/已加密/含宏',
  'workbook.save_as_xlsx': '文件类型不支持，请用 WPS 或 Excel 另存为 .xlsx',
  'workbook.too_large': '文件过大或列数过多',
}

function messageKeyOf(reason: RefusalCause, code: 'X26' | 'X30'): string {
  if (code === 'X30') return 'workbook.too_large'
  return reason === 'old_format' ? 'workbook.save_as_xlsx' : 'workbook.unusable'
}
