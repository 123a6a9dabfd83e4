import { deriveKey, openText, sealText, type MasterKeys } from '#server/platform/crypto.ts'
import { AppError } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

/** The last row of a page. */
export interface LastRow {
  sortKey: string
  personId: string
}

/** A cursor that carries a name but shows none: addresses end up in histories. */
export function sealCursor(keys: MasterKeys, { sortKey, personId }: LastRow): string {
  return writeCursor([sealText(cursorKey(keys), `${personId} ${sortKey}`).toString('base64url')])
}

/** The row a cursor stands for, null without one. One somebody made up is an invalid input (400). */
export function openCursor(keys: MasterKeys, cursor: string | undefined): LastRow | null {
  if (cursor === undefined) return null
  const [sealed] = readCursor(cursor, [''])
  try {
    const text = openText(cursorKey(keys), Buffer.from(sealed!, 'base64url'))
    return { personId: text.slice(0, 36), sortKey: text.slice(37) }
  } catch {
    throw new AppError('invalid', 'common.invalid', {}, [{ path: 'cursor', code: 'field.format' }])
  }
}

let remembered: { hashKey: Buffer; key: Buffer } | undefined

function cursorKey(keys: MasterKeys): Buffer {
  if (remembered?.hashKey !== keys.hashKey)
    remembered = { hashKey: keys.hashKey, key: deriveKey(keys, 'member list cursor') }
  return remembered.key
}
