import type { SealedRow } from '#contract/reports-seals.ts'
import { Link } from '@tanstack/react-router'
import { formatDay, formatFigure } from '../../../kit/format.ts'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { detailWords, valueColumn } from '../../measures/words.ts'
import { t } from '../seal-texts.ts'
import { figureName } from '../seal-words.ts'

/** The rows behind a sealed figure as they were; what they are called, where it may still be seen. */
export default function SealedRowsPage() {
  const reportId = useParam('reportId')
  const number = Number(useParam('figure'))
  const report = useRead('getSealedReport', { reportId })
  const figure = report.data?.figures.find((each) => each.number === number)
  const name = figure === undefined ? '' : figureName(figure)
  return (
    <ListPage
      title={t('rowsOf', { name })}
      operation="openSealedFigure"
      fixed={{ reportId, figure: number }}
      columns={columns(name, figure?.unit)}
      rowId={(row) => row.id}
      empty={{ title: t('noRows'), hint: t('noRowsHint') }}
      actions={<Link to={`/reports/${reportId}` as never}>{t('backToReport')}</Link>}
    />
  )
}

function columns(name: string, unit: string | undefined): Column<SealedRow>[] {
  return [
    { key: 'label', title: t('row'), render: (row) => <RowName row={row} /> },
    { key: 'detail', title: t('detail'), render: detailWords },
    { key: 'countedAt', title: t('countedAt'), render: (row) => row.organisationName },
    {
      key: 'day',
      title: t('day'),
      width: 160,
      render: (row) => (row.occurredOn === null ? '—' : formatDay(row.occurredOn)),
    },
    {
      key: 'value',
      title: unit === undefined ? t('value') : valueColumn(name, unit),
      width: 200,
      align: 'figures',
      render: (row) => formatFigure(row.value, unit ?? ''),
    },
  ]
}

function RowName({ row }: { row: SealedRow }) {
  if (row.state !== 'there' || row.label === null)
    return <span className="quiet">{t(row.state === 'there' ? 'gone' : row.state)}</span>
  if (row.kind === 'organisation') return <Link to={`/organisations/${row.id}` as never}>{row.label}</Link>
  if (row.kind === 'member') return <Link to={`/members/${row.id}` as never}>{row.label}</Link>
  if (row.kind === 'event') return <Link to={`/events/${row.id}` as never}>{row.label}</Link>
  return <>{row.label}</>
}
