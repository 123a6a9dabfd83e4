import '../funds.css'
import { allocationStates, type AllocationRow } from '#contract/funds-allocations.ts'
import { Link } from '@tanstack/react-router'
import { formatMoney, formatShare } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { a } from '../allocation-texts.ts'
import { lastYears } from '../months.ts'
import { RegisterDownload } from '../parts/register-download.tsx'
import { optionsOf, word } from '../words.ts'

/** Allocations of one’s scope, with the share spent directly on workers. */
export default function AllocationsPage() {
  const { today } = useMe()
  const mayMake = useMay('funds.write')
  return (
    <ListPage
      title={a('title')}
      operation="listAllocations"
      filters={[
        { kind: 'search', name: 'q', label: a('search') },
        { kind: 'select', name: 'year', label: a('year'), options: lastYears(today, 6) },
        {
          kind: 'select',
          name: 'state',
          label: a('state'),
          options: optionsOf('allocationState', allocationStates),
        },
      ]}
      actions={
        <>
          <RegisterDownload operation="downloadAllocations" filters={['year', 'state', 'q']} />
          {mayMake && (
            <Link className="funds-new" to={'/allocations/new' as never}>
              {a('make')}
            </Link>
          )}
        </>
      }
      above={<p className="quiet funds-note">{a('note')}</p>}
      columns={columns}
      rowId={(row) => row.id}
      empty={{ title: a('empty'), hint: a('emptyHint') }}
    />
  )
}

const columns: Column<AllocationRow>[] = [
  {
    key: 'document',
    sort: 'document',
    title: a('documentNo'),
    render: (row) => (
      <>
        <Link to={`/allocations/${row.id}` as never}>{row.documentNo}</Link>
        <div className="quiet">{row.organisationName}</div>
      </>
    ),
  },
  { key: 'year', sort: 'year', title: a('year'), width: 80, render: (row) => row.year },
  {
    key: 'total',
    sort: 'total',
    title: a('total'),
    width: 150,
    align: 'figures',
    render: (row) => formatMoney(row.totalFen),
  },
  {
    key: 'unions',
    sort: 'unions',
    title: a('unions'),
    width: 90,
    align: 'figures',
    render: (row) => row.unions,
  },
  {
    key: 'spent',
    sort: 'spent',
    title: a('spent'),
    width: 150,
    align: 'figures',
    render: (row) => formatMoney(row.spentFen),
  },
  {
    key: 'direct',
    sort: 'direct',
    title: a('direct'),
    width: 170,
    align: 'figures',
    render: (row) =>
      row.directBasisPoints === null ? (
        <span className="quiet">{a('notSpent')}</span>
      ) : (
        formatShare(row.directBasisPoints / 10_000)
      ),
  },
  { key: 'state', title: a('state'), width: 130, render: (row) => word('allocationState', row.state) },
]
