import '../funds.css'
import { prizeStates, type PrizeListRow } from '#contract/funds-prizes.ts'
import { Link } from '@tanstack/react-router'
import { formatDate, formatMoney } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { lastYears } from '../months.ts'
import { RegisterDownload } from '../parts/register-download.tsx'
import { z } from '../prize-texts.ts'
import { optionsOf } from '../words.ts'

/** Prizes of contests of one’s scope, with what was paid of them. */
export default function PrizesPage() {
  const { today } = useMe()
  const mayGive = useMay('funds.write')
  return (
    <ListPage
      title={z('title')}
      operation="listPrizeLists"
      filters={[
        { kind: 'search', name: 'q', label: z('search') },
        { kind: 'select', name: 'year', label: z('year'), options: lastYears(today, 6) },
        { kind: 'select', name: 'state', label: z('state'), options: optionsOf('prizeState', prizeStates) },
      ]}
      actions={
        <>
          <RegisterDownload operation="downloadPrizeLists" filters={['year', 'state', 'q']} />
          {mayGive && (
            <Link className="funds-new" to={'/prizes/new' as never}>
              {z('give')}
            </Link>
          )}
        </>
      }
      above={<p className="quiet funds-note">{z('note')}</p>}
      columns={columns}
      rowId={(row) => row.id}
      empty={{ title: z('empty'), hint: z('emptyHint') }}
    />
  )
}

const columns: Column<PrizeListRow>[] = [
  {
    key: 'contest',
    sort: 'contest',
    title: z('contest'),
    render: (row) => (
      <>
        {row.contest}
        <div className="quiet">{row.organisationName}</div>
      </>
    ),
  },
  { key: 'heldOn', sort: 'heldOn', title: z('heldOn'), width: 160, render: (row) => formatDate(row.heldOn) },
  {
    key: 'winners',
    sort: 'winners',
    title: z('winners'),
    width: 130,
    render: (row) => z('ofContestants', { winners: row.winners, contestants: row.contestants }),
  },
  {
    key: 'total',
    sort: 'total',
    title: z('total'),
    width: 140,
    align: 'figures',
    render: (row) => formatMoney(row.totalFen),
  },
  {
    key: 'paid',
    sort: 'paid',
    title: z('paid'),
    width: 140,
    align: 'figures',
    render: (row) => formatMoney(row.paidFen),
  },
  { key: 'by', title: z('by'), width: 120, render: (row) => row.madeBy },
]
