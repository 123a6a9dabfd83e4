import '../roster.css'
import type { RosterImport } from '#contract/roster.ts'
import { useNavigate } from '@tanstack/react-router'
import { formatInstant } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { StartImport } from '../parts/start-import.tsx'
import { t } from '../texts.ts'
import { stateLabel } from '../words.ts'

/** Where an import begins, and all that were made before. */
export default function ImportsPage() {
  const navigate = useNavigate()
  const open = (importId: string) =>
    void navigate({ to: '/imports/$importId', params: { importId } as never })
  return (
    <ListPage
      title={t('imports')}
      operation="listRosterImports"
      columns={columns(open)}
      rowId={(row) => row.id}
      above={<StartImport onStarted={open} />}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
    />
  )
}

function columns(open: (id: string) => void): Column<RosterImport>[] {
  return [
    {
      key: 'file',
      title: t('file'),
      render: (row) => (
        <button type="button" className="row-button import-link" onClick={() => open(row.id)}>
          {row.fileName}
        </button>
      ),
    },
    { key: 'kind', title: t('what'), width: 160, render: (row) => t(row.kind) },
    { key: 'unit', title: t('unit'), render: (row) => row.organisationName },
    { key: 'when', title: t('when'), width: 240, render: (row) => formatInstant(row.createdAt) },
    { key: 'state', title: t('state'), width: 160, render: (row) => stateLabel(row.state) },
    { key: 'outcome', title: t('outcome'), width: 240, render: outcomeOf },
  ]
}

function outcomeOf(row: RosterImport): string {
  if (row.commit)
    return t('committedRows', { added: row.commit.personsAdded, changed: row.commit.personsChanged })
  if (row.refusal || !row.counts) return ''
  const rows = t('rowsOf', { rows: row.counts.rows })
  return row.counts.review > 0 ? `${rows} · ${t('waiting', { count: row.counts.review })}` : rows
}
