import { sql, type RawBuilder } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations, RowList } from '#contract/roster.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { importOf } from '../policy.ts'
import { selectRows } from '../staging/row-view.ts'
import { rowViews } from '../staging/row-views.ts'

type Input = InputOf<(typeof operations)['listRosterImportRows']>
type Output = OutputOf<(typeof operations)['listRosterImportRows']>

/** Rows of an import in the order of the sheet, fifty at a time. `q`: part of a name, or the number of a row. */
export async function listRows(tx: Tx, actor: Actor, input: Input): Promise<Output> {
  const imported = await importOf(tx, actor, input.importId)
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, ['-1'])
  const rows = await selectRows(tx, imported.id, {
    where: sql`r.row_id > ${Number(after) || -1} and ${inList(tx, imported.id, input.outcome ?? 'all')} and ${matching(input.q)}`,
    limit: limit + 1,
  })
  const items = await rowViews(tx, rows.slice(0, limit), imported)
  return { items, nextCursor: rows.length > limit ? writeCursor([String(items.at(-1)!.rowId)]) : null }
}

function inList(tx: Tx, importId: string, list: RowList): RawBuilder<unknown> {
  switch (list) {
    case 'all':
      return sql`true`
    case 'accepted':
      return sql`r.bucket in ('new', 'changed', 'same', 'transfer')`
    case 'left':
      return sql`r.row_id = any(array(select unnest(u.rows_left) from import_undos u
        where u.tenant_id = ${tx.tenantId} and u.import_id = ${importId}))`
    default:
      return sql`r.bucket = ${sql.lit(list)}`
  }
}

function matching(q: string | undefined): RawBuilder<unknown> {
  const text = q?.trim() ?? ''
  if (text === '') return sql`true`
  if (/^\d{1,7}$/.test(text)) return sql`r.sheet_row = ${Number(text)}`
  return sql`strpos(lower(r.name), lower(${text})) > 0`
}
