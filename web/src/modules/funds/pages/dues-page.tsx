import '../funds.css'
import { duesStates, type DuesRow } from '#contract/funds-dues.ts'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatMoney, formatNumber } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { d } from '../dues-texts.ts'
import { lastMonths } from '../months.ts'
import { RegisterDownload } from '../parts/register-download.tsx'
import { useReason } from '../parts/use-reason.tsx'
import { optionsOf } from '../words.ts'

/** Dues of unions of one’s scope, month by month: sums only. */
export default function DuesPage() {
  const { today } = useMe()
  const mayRecord = useMay('union_funds.record')
  return (
    <ListPage
      title={d('title')}
      operation="listDues"
      filters={[
        { kind: 'search', name: 'q', label: d('search') },
        {
          kind: 'select',
          name: 'month',
          label: d('month'),
          options: lastMonths(today, 24).map((value) => ({ value, label: value })),
        },
        { kind: 'select', name: 'state', label: d('state'), options: optionsOf('duesState', duesStates) },
      ]}
      actions={
        <>
          <RegisterDownload operation="downloadDues" filters={['month', 'state', 'q']} />
          {mayRecord && (
            <Link className="funds-new" to={'/dues/new' as never}>
              {d('record')}
            </Link>
          )}
        </>
      }
      above={<p className="quiet funds-note">{d('note')}</p>}
      columns={columns}
      rowId={(row) => row.id}
      empty={{ title: d('empty'), hint: d('emptyHint') }}
    />
  )
}

const columns: Column<DuesRow>[] = [
  { key: 'union', sort: 'union', title: d('union'), render: (row) => row.organisationName },
  { key: 'month', sort: 'month', title: d('month'), width: 100, render: (row) => row.month },
  {
    key: 'members',
    sort: 'members',
    title: d('members'),
    width: 110,
    align: 'figures',
    render: (row) => formatNumber(row.members),
  },
  {
    key: 'due',
    sort: 'due',
    title: d('due'),
    width: 150,
    align: 'figures',
    render: (row) => formatMoney(row.dueFen),
  },
  {
    key: 'received',
    sort: 'received',
    title: d('received'),
    width: 150,
    align: 'figures',
    render: (row) => (
      <>
        {formatMoney(row.receivedFen)}
        {row.receivedFen < row.dueFen && (
          <div className="problem">{d('shortBy', { left: formatMoney(row.dueFen - row.receivedFen) })}</div>
        )}
      </>
    ),
  },
  {
    key: 'voucher',
    sort: 'receivedOn',
    title: d('voucher'),
    width: 170,
    render: (row) => (
      <>
        {row.voucherNo}
        <div className="quiet">{formatDate(row.receivedOn)}</div>
      </>
    ),
  },
  {
    key: 'by',
    title: d('by'),
    width: 170,
    render: (row) => (
      <>
        {row.recordedBy} {row.canWithdraw && <Withdraw duesId={row.id} />}
      </>
    ),
  },
]

function Withdraw({ duesId }: { duesId: string }) {
  const { message } = App.useApp()
  const askReason = useReason()
  const act = useAct('withdrawDues', { invalidates: ['listDues'] })
  async function withdraw() {
    const reason = await askReason({
      title: d('withdrawTitle'),
      body: d('withdrawBody'),
      verb: d('withdraw'),
    })
    if (reason === null) return
    act.mutate({ duesId, reason }, { onError: (error) => void message.error(errorSentence(error), 8) })
  }
  return (
    <Button size="small" loading={act.isPending} onClick={() => void withdraw()}>
      {d('withdraw')}
    </Button>
  )
}
