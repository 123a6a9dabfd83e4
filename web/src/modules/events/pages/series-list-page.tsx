import type { SeriesRow } from '#contract/events-series.ts'
import { Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../series-texts.ts'
import { repetitionWords } from '../words.ts'

/** Series and recurrences within one’s scope. */
export default function SeriesListPage() {
  const mayWrite = useMay('events.write')
  return (
    <ListPage
      title={t('title')}
      operation="listEventSeries"
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('none'), hint: t('noneHint') }}
      actions={
        mayWrite && (
          <LinkButton color="primary" variant="solid" to="/events/series/new" search={{} as never}>
            {t('newSeries')}
          </LinkButton>
        )
      }
    />
  )
}

function columns(): Column<SeriesRow>[] {
  return [
    {
      key: 'name',
      title: t('name'),
      render: (row) => (
        <Link to={`/events/series/${row.id}`} search={{} as never}>
          {row.name}
        </Link>
      ),
    },
    { key: 'kind', title: t('kind'), width: 200, render: (row) => repetitionWords(row) },
    { key: 'host', title: t('host'), render: (row) => row.organisationName },
    {
      key: 'events',
      title: t('events'),
      width: 90,
      align: 'figures',
      render: (row) => formatNumber(row.events),
    },
    {
      key: 'next',
      title: t('nextOn'),
      width: 190,
      render: (row) => (row.nextOn === null ? '' : formatDate(row.nextOn)),
    },
  ]
}
