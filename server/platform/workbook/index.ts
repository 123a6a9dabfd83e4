export { openWorkbook } from './open-workbook.ts'
export { WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts'
export { WorkbookRefusal, type RefusalCause } from './refusal.ts'
export {
  CellFlag,
  CellKind,
  type CellValue,
  type Merge,
  type SheetHandle,
  type SheetRow,
  type SheetState,
  type SheetSurvey,
  type Workbook,
} from './types.ts'
export { writeSheetXlsx, type NewRow, type SheetPlan } from './sheet-writer.ts'
export { fillWorkbook, sizesOfSheets } from './fill-workbook.ts'
export { placeOfCell } from './sheet-cells.ts'
export { writeCsv } from './csv-writer.ts'
export { writeReturnedRows, type ReturnedRows } from './returned-rows.ts'
