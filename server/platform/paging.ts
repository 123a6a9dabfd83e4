import { AppError } from './errors.ts'

/** A cursor for the next page: the sort values of the last row. Opaque to clients. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values of a cursor, or `none` when there is no cursor. A cursor somebody has made up is an invalid input (400). */
export function readCursor(cursor: string | undefined, none: readonly string[]): string[] {
  if (cursor === undefined) return [...none]
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    if (
      Array.isArray(values) &&
      values.length === none.length &&
      values.every((value) => typeof value === 'string')
    )
      return values
  } catch {
    // Falls through to the refusal below.
  }
  throw new AppError('invalid', 'common.invalid', {}, [{ path: 'cursor', code: 'field.format' }])
}
