import type { RosterImport } from '#contract/roster.ts'
import { Link } from '@tanstack/react-router'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { ImportState, outcomeWords } from '../parts/import-state.tsx'
import { NewImport } from '../parts/new-import.tsx'
import { t } from '../texts.ts'

/** A place to drop a file, and below it every import within reach with where it stands, newest first. */
export default function ImportsPage() {
  return (
    <ListPage
      title={t('imports')}
      operation="listRosterImports"
      columns={columns()}
      rowId={(each) => each.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      above={
        <>
          <p className="page-note import-lead">{t('importsNote')}</p>
          <NewImport />
          <h2 className="section-title">{t('past')}</h2>
        </>
      }
    />
  )
}

function columns(): Column<RosterImport>[] {
  return [
    {
      key: 'file',
      title: t('file'),
      render: (each) => (
        <Link to={`/imports/${each.id}`} className="import-link">
          {each.fileName}
        </Link>
      ),
    },
    { key: 'state', title: t('state'), width: 150, render: (each) => <ImportState state={each.state} /> },
    { key: 'result', title: t('result'), width: 190, render: outcomeWords },
    {
      key: 'rows',
      title: t('rows'),
      width: 90,
      align: 'figures',
      render: (each) => (each.counts ? formatNumber(each.counts.rows) : ''),
    },
    {
      key: 'kind',
      title: t('kindColumn'),
      width: 130,
      render: (each) => (each.kind === 'roster' ? t('kindRoster') : t('kindOrganisations')),
    },
    { key: 'organisation', title: t('organisation'), render: (each) => each.organisationName },
    { key: 'when', title: t('when'), width: 210, render: (each) => formatInstant(each.createdAt) },
  ]
}
