import { batchStates, type PaymentBatchRow } from '#contract/funds-payments.ts'
import { Link } from '@tanstack/react-router'
import { formatInstant, formatMoney } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { lastYears } from '../months.ts'
import { RegisterDownload } from '../parts/register-download.tsx'
import { t } from '../texts.ts'
import { optionsOf, word } from '../words.ts'

/** Payment lists of one’s scope, the newest first. */
export default function BatchesPage() {
  const { today } = useMe()
  return (
    <ListPage
      title={t('lists')}
      operation="listPaymentBatches"
      filters={[
        { kind: 'search', name: 'q', label: t('searchBudget') },
        { kind: 'select', name: 'year', label: t('year'), options: lastYears(today, 6) },
        { kind: 'select', name: 'state', label: t('state'), options: optionsOf('batch', batchStates) },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyLists'), hint: t('emptyListsHint') }}
      actions={<RegisterDownload operation="downloadPaymentBatches" filters={['year', 'state', 'q']} />}
    />
  )
}

function columns(): Column<PaymentBatchRow>[] {
  return [
    {
      key: 'list',
      sort: 'budget',
      title: t('lists'),
      render: (row) => (
        <Link to={`/payment-lists/${row.id}` as never}>
          {row.budgetName} {t('list', { number: row.number })}
        </Link>
      ),
    },
    {
      key: 'organisation',
      sort: 'organisation',
      title: t('organisation'),
      render: (row) => row.organisationName,
    },
    { key: 'state', title: t('state'), width: 140, render: (row) => word('batch', row.state) },
    {
      key: 'lines',
      sort: 'lines',
      title: t('lines'),
      width: 80,
      align: 'figures',
      render: (row) => row.lines,
    },
    {
      key: 'sum',
      sort: 'sum',
      title: t('sum'),
      width: 160,
      align: 'figures',
      render: (row) => formatMoney(row.totalFen),
    },
    {
      key: 'returned',
      sort: 'returned',
      title: t('returnedLines'),
      width: 90,
      align: 'figures',
      render: (row) => (row.returnedLines === 0 ? '—' : row.returnedLines),
    },
    {
      key: 'madeAt',
      sort: 'madeAt',
      title: t('madeAt'),
      width: 210,
      render: (row) => formatInstant(row.madeAt),
    },
  ]
}
