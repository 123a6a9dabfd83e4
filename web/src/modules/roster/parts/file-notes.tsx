import type { RosterImport } from '#contract/roster.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { formatNumber } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { ColumnsEditor } from './columns-editor.tsx'

/** What was noticed about the file: how much was read, columns recognised, totals that differ, hidden rows, sheets left aside. */
export function FileNotes({ imported }: { imported: RosterImport }) {
  const [editing, edit] = useState(false)
  const columns = imported.sheets.filter((sheet) => sheet.imported).flatMap((sheet) => sheet.columns)
  const known = columns.filter((column) => column.field !== null).length
  const counts = imported.counts!
  return (
    <section className="file-notes" aria-label={t('columns')}>
      <p>
        {t('checked', { rows: formatNumber(counts.rows), skipped: formatNumber(counts.skipped) })}{' '}
        {t('columnsFound', { known, unknown: columns.length - known })}
        {imported.state === 'ready' && (
          <Button type="link" onClick={() => edit(true)}>
            {t('columns')}
          </Button>
        )}
      </p>
      <ul>
        {noteWords(imported).map((words) => (
          <li key={words}>
            <Icon name="info" size={16} />
            {words}
          </li>
        ))}
      </ul>
      {editing && <ColumnsEditor imported={imported} onClose={() => edit(false)} />}
    </section>
  )
}

function noteWords(imported: RosterImport): string[] {
  const sheets = imported.sheets
    .filter((sheet) => !sheet.imported)
    .map(({ name, code }) => (code === 'X17' ? t('sheetHidden', { name }) : t('sheetNoHeader', { name })))
  return [...sheets, ...imported.fileNotes.map(wordsOf)].filter((words) => words !== '')
}

function wordsOf(note: RosterImport['fileNotes'][number]): string {
  const count = note.count ?? 0
  if (note.code === 'X16') return t('noteTotal', { declared: note.declared ?? 0, found: note.found ?? 0 })
  switch (note.kind) {
    case 'hidden_row':
      return t('noteHiddenRows', { count })
    case 'hidden_column':
      return t('noteHiddenColumns', { count })
    case 'strike':
      return t('noteStrike', { count })
    case 'comment':
      return t('noteComments', { count })
    default:
      return ''
  }
}
