import { Type } from 'typebox'
import { Nullable } from './operation.ts'

/** A column of the sheet and what it was taken for; `key` names the header when an officer says otherwise. */
const ImportColumn = Type.Object({
  column: Type.Integer({ description: '0-based' }),
  header: Type.String(),
  key: Type.String(),
  field: Nullable(Type.String()),
})

/** A sheet of the file: whether it was read, and its columns as they were recognised. */
export const ImportSheet = Type.Object({
  name: Type.String(),
  imported: Type.Boolean(),
  code: Nullable(Type.String()),
  dataRows: Type.Integer(),
  columns: Type.Array(ImportColumn),
})

/** Something noticed about the file as a whole: another total than stated, hidden rows, comments. */
export const FileNote = Type.Object({
  code: Type.String(),
  kind: Type.Optional(Type.String()),
  count: Type.Optional(Type.Integer()),
  declared: Type.Optional(Type.Integer()),
  found: Type.Optional(Type.Integer()),
  sheet: Type.Optional(Type.String()),
})
