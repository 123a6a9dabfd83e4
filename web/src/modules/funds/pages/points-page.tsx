import '../funds.css'
import { pointLevels, pointStates, type DirectPointRow } from '#contract/funds-points.ts'
import { Link } from '@tanstack/react-router'
import { formatDate, formatMoney } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { lastYears } from '../months.ts'
import { RegisterDownload } from '../parts/register-download.tsx'
import { p } from '../point-texts.ts'
import { optionsOf, word } from '../words.ts'

/** Directly managed points of one’s scope: what each payer gives and has paid, and what waits. */
export default function PointsPage() {
  const { today } = useMe()
  const mayGrant = useMay('funds.write')
  return (
    <ListPage
      title={p('title')}
      operation="listDirectPoints"
      filters={[
        { kind: 'search', name: 'q', label: p('search') },
        { kind: 'select', name: 'year', label: p('year'), options: lastYears(today, 6) },
        { kind: 'select', name: 'level', label: p('level'), options: optionsOf('level', pointLevels) },
        { kind: 'select', name: 'state', label: p('state'), options: optionsOf('pointState', pointStates) },
        {
          kind: 'select',
          name: 'waits',
          label: p('waits'),
          options: optionsOf('waits', ['payment', 'review', 'demonstration']),
        },
      ]}
      actions={
        <>
          <RegisterDownload
            operation="downloadDirectPoints"
            filters={['year', 'level', 'state', 'waits', 'q']}
          />
          {mayGrant && (
            <Link className="funds-new" to={'/direct-points/new' as never}>
              {p('grant')}
            </Link>
          )}
        </>
      }
      above={<p className="quiet funds-note">{p('note')}</p>}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: p('empty'), hint: p('emptyHint') }}
    />
  )
}

function columns(): Column<DirectPointRow>[] {
  const shareOf = (row: DirectPointRow, payer: string) =>
    row.shares.find((share) => share.payer === payer) ?? { amountFen: 0, paidFen: 0 }
  const shareColumn = (payer: string): Column<DirectPointRow> => ({
    key: payer,
    title: word('payer', payer),
    width: 165,
    align: 'figures',
    render: (row) => {
      const { amountFen, paidFen } = shareOf(row, payer)
      return (
        <>
          {formatMoney(amountFen)}
          <div className="quiet">
            {paidFen === amountFen ? p('allPaid') : `${p('paid')} ${formatMoney(paidFen)}`}
          </div>
        </>
      )
    },
  })
  return [
    {
      key: 'organisation',
      sort: 'organisation',
      title: p('organisation'),
      render: (row) => (
        <>
          <Link to={`/direct-points/${row.id}` as never}>{row.organisationName}</Link>
          <div className="quiet">
            {row.year} · {word('level', row.level)}
          </div>
          {row.demonstrationUntil !== null && (
            <div className="quiet">★ {p('until', { day: formatDate(row.demonstrationUntil) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'total',
      sort: 'total',
      title: p('total'),
      width: 150,
      align: 'figures',
      render: (row) => formatMoney(row.totalFen),
    },
    ...['two_new_committee', 'district_federation', 'street_town'].map(shareColumn),
    {
      key: 'payable',
      sort: 'payable',
      title: p('payable'),
      width: 130,
      align: 'figures',
      render: (row) => (row.payableFen === 0 ? '—' : formatMoney(row.payableFen)),
    },
    {
      key: 'state',
      title: p('state'),
      width: 140,
      render: (row) => (
        <>
          {word('pointState', row.state)}
          <div className="quiet">
            {p('reports')} {p('reportsCell', { accepted: row.acceptedReports })}
          </div>
          {row.waitingReports > 0 && <div className="problem">{p('reportWaits')}</div>}
        </>
      ),
    },
  ]
}
