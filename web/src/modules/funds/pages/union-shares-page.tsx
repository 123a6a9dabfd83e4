import '../funds.css'
import type { UnionShareRow } from '#contract/funds-allocations.ts'
import { Link } from '@tanstack/react-router'
import { formatMoney, formatShare } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { a } from '../allocation-texts.ts'
import { lastYears } from '../months.ts'
import { RegisterDownload } from '../parts/register-download.tsx'
import { optionsOf, word } from '../words.ts'

/** What unions of one’s scope got of allocations, and how they spent it: a chair’s own register. */
export default function UnionSharesPage() {
  const { today } = useMe()
  return (
    <ListPage
      title={a('sharesTitle')}
      operation="listUnionShares"
      filters={[
        { kind: 'search', name: 'q', label: a('searchShares') },
        { kind: 'select', name: 'year', label: a('year'), options: lastYears(today, 6) },
        {
          kind: 'select',
          name: 'state',
          label: a('state'),
          options: optionsOf('allocationState', ['approved', 'paid']),
        },
      ]}
      actions={<RegisterDownload operation="downloadUnionShares" filters={['year', 'state', 'q']} />}
      above={<p className="quiet funds-note">{a('sharesNote')}</p>}
      columns={columns}
      rowId={(row) => row.id}
      empty={{ title: a('sharesEmpty'), hint: a('sharesEmptyHint') }}
    />
  )
}

const columns: Column<UnionShareRow>[] = [
  {
    key: 'union',
    sort: 'union',
    title: a('union'),
    render: (row) => (
      <>
        <Link to={`/union-shares/${row.id}` as never}>{row.unionName}</Link>
        <div className="quiet">
          {row.documentNo} · {row.year}
        </div>
      </>
    ),
  },
  { key: 'class', title: a('class'), width: 120, render: (row) => word('class', row.class) },
  {
    key: 'share',
    sort: 'share',
    title: a('share'),
    width: 130,
    align: 'figures',
    render: (row) => formatMoney(row.amountFen),
  },
  {
    key: 'spent',
    sort: 'spent',
    title: a('spent'),
    width: 130,
    align: 'figures',
    render: (row) => formatMoney(row.spentFen),
  },
  {
    key: 'left',
    sort: 'left',
    title: a('left'),
    width: 130,
    align: 'figures',
    render: (row) => formatMoney(row.amountFen - row.spentFen),
  },
  {
    key: 'direct',
    sort: 'direct',
    title: a('direct'),
    width: 160,
    align: 'figures',
    render: (row) =>
      row.directBasisPoints === null ? (
        <span className="quiet">{a('notSpent')}</span>
      ) : (
        formatShare(row.directBasisPoints / 10_000)
      ),
  },
  { key: 'state', title: a('state'), width: 110, render: (row) => word('allocationState', row.state) },
]
