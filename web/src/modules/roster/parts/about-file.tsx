import '../roster.css'
import type { FileNote } from '#contract/import-file.ts'
import type { RosterImport } from '#contract/roster.ts'
import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import type { Static } from 'typebox'
import { formatNumber } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../end-texts.ts'
import { whyFileGone } from '../file-gone.ts'
import { ColumnChoice } from './column-choice.tsx'

/** What was noticed about the file: sheets and rows left aside, totals that differ, and which columns were recognised. */
export function AboutFile({ imported }: { imported: RosterImport }) {
  const [open, setOpen] = useState(false)
  const columns = imported.sheets.filter((sheet) => sheet.imported).flatMap((sheet) => sheet.columns)
  const known = columns.filter((column) => column.field !== null).length
  const unread = imported.sheets.every((sheet) => !sheet.imported)
  const mayChoose = imported.state === 'ready' && imported.sheets.some((sheet) => sheet.columns.length > 0)
  const gone = whyFileGone(imported)
  const whyId = useId()
  return (
    <>
      {unread && (
        <Alert
          type="warning"
          showIcon
          icon={<Icon name="warn" />}
          title={t('noSheet')}
          description={t('noSheetHint')}
        />
      )}
      <section className="about-file" aria-label={t('aboutFile')}>
        <ul>
          {columns.length > 0 && (
            <li>
              <Icon name="check" size={16} />
              {known === columns.length
                ? t('columnsAll', { all: known })
                : t('columnsCount', { known, all: columns.length })}
            </li>
          )}
          {notesOf(imported).map((words) => (
            <li key={words}>
              <Icon name="info" size={16} />
              {words}
            </li>
          ))}
        </ul>
        {mayChoose && (
          <Button
            type={unread ? 'primary' : 'default'}
            disabled={gone !== null}
            aria-describedby={gone === null ? undefined : whyId}
            onClick={() => setOpen(true)}
          >
            {t('changeColumns')}
          </Button>
        )}
        {mayChoose && gone !== null && (
          <span id={whyId} className="quiet">
            {gone}
          </span>
        )}
      </section>
      {open && <ColumnChoice imported={imported} onClose={() => setOpen(false)} />}
    </>
  )
}

function notesOf(imported: RosterImport): string[] {
  const several = imported.sheets.length > 1
  const sheets = imported.sheets
    .filter((sheet) => several || !sheet.imported)
    .map((sheet) => {
      const what = sheet.imported
        ? t('sheetRows', { count: sheet.dataRows })
        : sheet.code === 'X17'
          ? t('sheetHidden')
          : t('sheetNoHeader')
      return t('sheetIs', { name: sheet.name, what })
    })
  const skipped = imported.counts?.skipped ?? 0
  return [
    ...sheets,
    ...(skipped > 0 ? [t('skipped', { count: formatNumber(skipped) })] : []),
    ...imported.fileNotes.map(noteWords).filter((words) => words !== ''),
  ]
}

function noteWords(note: Static<typeof FileNote>): string {
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
