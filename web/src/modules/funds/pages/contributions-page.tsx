import '../funds.css'
import {
  contributionKinds,
  contributionStates,
  contributionWays,
  type ContributionRow,
} from '#contract/funds-contributions.ts'
import { formatDate, formatMoney } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { c } from '../contribution-texts.ts'
import { lastMonths } from '../months.ts'
import { optionsOf, word } from '../words.ts'

/** The register of contributions of one’s scope: what is due of a month, what came in, and what is overdue. */
export default function ContributionsPage() {
  return (
    <ListPage
      title={c('title')}
      operation="listContributions"
      filters={[
        {
          kind: 'select',
          name: 'month',
          label: c('month'),
          options: lastMonths(new Date(), 24).map((value) => ({ value, label: value })),
        },
        {
          kind: 'select',
          name: 'state',
          label: c('state'),
          options: optionsOf('contributionState', contributionStates),
        },
        {
          kind: 'select',
          name: 'kind',
          label: c('kind'),
          options: optionsOf('contributionKind', contributionKinds),
        },
        {
          kind: 'select',
          name: 'way',
          label: c('way'),
          options: optionsOf('contributionWay', contributionWays),
        },
      ]}
      above={<p className="quiet">{c('note')}</p>}
      columns={columns}
      rowId={(row) => row.id}
      empty={{ title: c('empty'), hint: c('emptyHint') }}
    />
  )
}

const columns: Column<ContributionRow>[] = [
  {
    key: 'employer',
    title: c('employer'),
    render: (row) => (
      <>
        {row.employerName}
        <div className="quiet">{row.organisationName}</div>
      </>
    ),
  },
  { key: 'month', title: c('month'), width: 90, render: (row) => row.month },
  {
    key: 'kind',
    title: c('kind'),
    width: 150,
    render: (row) => (
      <>
        {word('contributionKind', row.kind)}
        <div className="quiet">{word('contributionWay', row.way)}</div>
      </>
    ),
  },
  {
    key: 'base',
    title: c('base'),
    width: 150,
    align: 'figures',
    render: (row) => formatMoney(row.wageBaseFen),
  },
  { key: 'due', title: c('due'), width: 130, align: 'figures', render: (row) => formatMoney(row.dueFen) },
  {
    key: 'received',
    title: c('received'),
    width: 130,
    align: 'figures',
    render: (row) => formatMoney(row.receivedFen),
  },
  {
    key: 'passOn',
    title: c('passOn'),
    width: 130,
    align: 'figures',
    render: (row) => (row.toPassOnFen === 0 ? '—' : formatMoney(row.toPassOnFen)),
  },
  {
    key: 'state',
    title: c('state'),
    width: 150,
    render: (row) => (
      <>
        {word('contributionState', row.state)}
        {row.state === 'overdue' && <div className="problem">{c('late', { days: row.daysOverdue })}</div>}
        {row.state === 'open' && <div className="quiet">{c('until', { day: formatDate(row.dueOn) })}</div>}
      </>
    ),
  },
]
