import '../funds.css'
import type { UnionShareRow } from '#contract/funds-allocations.ts'
import { Link } from '@tanstack/react-router'
import { formatMoney, formatShare } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { a } from '../allocation-texts.ts'
import { lastYears } from '../months.ts'
import { word } from '../words.ts'

/** What unions of one’s scope got of allocations, and how they spent it: a chair’s own register. */
export default function UnionSharesPage() {
  const { today } = useMe()
  return (
    <ListPage
      title={a('sharesTitle')}
      operation="listUnionShares"
      filters={[{ kind: 'select', name: 'year', label: a('year'), options: lastYears(today, 6) }]}
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
  { key: 'class', title: a('class'), width: 130, render: (row) => word('class', row.class) },
  {
    key: 'share',
    title: a('share'),
    width: 140,
    align: 'figures',
    render: (row) => formatMoney(row.amountFen),
  },
  {
    key: 'spent',
    title: a('spent'),
    width: 140,
    align: 'figures',
    render: (row) => formatMoney(row.spentFen),
  },
  {
    key: 'left',
    title: a('left'),
    width: 140,
    align: 'figures',
    render: (row) => formatMoney(row.amountFen - row.spentFen),
  },
  {
    key: 'direct',
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
