import '../funds.css'
import {
  contributionKinds,
  contributionStates,
  contributionWays,
  type ContributionKind,
  type ContributionRow,
  type ContributionState,
  type ContributionWay,
} from '#contract/funds-contributions.ts'
import { Link } from '@tanstack/react-router'
import { formatDate, formatMoney, formatNumber } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { c } from '../contribution-texts.ts'
import { lastMonths } from '../months.ts'
import { RegisterDownload } from '../parts/register-download.tsx'
import { optionsOf, word } from '../words.ts'

/** The register of contributions of one’s scope: what is due of a month, what came in, and what is overdue. */
export default function ContributionsPage() {
  const { today } = useMe()
  const mayRecord = useMay('funds.write')
  return (
    <ListPage
      title={c('title')}
      operation="listContributions"
      filters={[
        { kind: 'search', name: 'q', label: c('search') },
        {
          kind: 'select',
          name: 'month',
          label: c('month'),
          options: lastMonths(today, 24).map((value) => ({ value, label: value })),
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
      actions={
        <>
          <RegisterDownload
            operation="downloadContributions"
            filters={['month', 'state', 'kind', 'way', 'q']}
          />
          {mayRecord && (
            <Link className="funds-new" to={'/contributions/new' as never}>
              {c('record')}
            </Link>
          )}
        </>
      }
      above={<Totals />}
      columns={columns}
      rowId={(row) => row.id}
      empty={{ title: c('empty'), hint: c('emptyHint') }}
    />
  )
}

/** The filters of the address, as the sums take them. */
function useAsked() {
  const { month, state, kind, way, q } = useSearchText()
  return {
    ...(month ? { month } : {}),
    ...(state ? { state: state as ContributionState } : {}),
    ...(kind ? { kind: kind as ContributionKind } : {}),
    ...(way ? { way: way as ContributionWay } : {}),
    ...(q ? { q } : {}),
  }
}

function Totals() {
  const { data } = useRead('sumContributions', useAsked())
  return (
    <>
      <p className="quiet">{c('note')}</p>
      {data && (
        <dl className="funds-sums funds-totals">
          <Sum label={c('due')} value={formatMoney(data.dueFen)} />
          <Sum label={c('received')} value={formatMoney(data.receivedFen)} />
          <Sum
            label={c('sumOverdue')}
            value={formatMoney(data.overdueFen)}
            note={data.overdue === 0 ? undefined : c('overdueCount', { count: formatNumber(data.overdue) })}
          />
          <Sum label={c('passedOn')} value={formatMoney(data.passedOnFen)} />
        </dl>
      )}
    </>
  )
}

function Sum({ label, value, note }: { label: string; value: string; note?: string | undefined }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {note !== undefined && <small className="problem">{note}</small>}
      </dd>
    </div>
  )
}

const columns: Column<ContributionRow>[] = [
  {
    key: 'employer',
    sort: 'employer',
    title: c('employer'),
    render: (row) => (
      <>
        <Link to={`/contributions/${row.id}` as never}>{row.employerName}</Link>
        <div className="quiet">{row.organisationName}</div>
      </>
    ),
  },
  { key: 'month', sort: 'month', title: c('month'), width: 96, render: (row) => row.month },
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
    key: 'due',
    sort: 'due',
    title: c('due'),
    width: 190,
    align: 'figures',
    render: (row) => (
      <>
        {formatMoney(row.dueFen)}
        <div className="quiet">{c('ofWages', { wages: formatMoney(row.wageBaseFen) })}</div>
      </>
    ),
  },
  {
    key: 'received',
    sort: 'received',
    title: c('received'),
    width: 140,
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
    sort: 'dueOn',
    title: c('state'),
    width: 120,
    render: (row) => (
      <>
        {word('contributionState', row.state)}
        {row.state === 'overdue' && <div className="problem">{c('late', { days: row.daysOverdue })}</div>}
        {row.state === 'open' && <div className="quiet">{c('until', { day: formatDate(row.dueOn) })}</div>}
      </>
    ),
  },
]
