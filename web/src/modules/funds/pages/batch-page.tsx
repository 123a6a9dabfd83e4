import '../funds.css'
import { lineStates, type PaymentLine } from '#contract/funds-payments.ts'
import { Link } from '@tanstack/react-router'
import { formatList, formatMoney } from '../../../kit/format.ts'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { BatchHands } from '../parts/batch-hands.tsx'
import { periodWords } from '../periods.ts'
import { t } from '../texts.ts'
import { optionsOf, word } from '../words.ts'

/** One payment list: its three hands, what one may do next, and its lines. */
export default function BatchPage() {
  const batchId = useParam('batchId')
  const { data } = useRead('getPaymentBatch', { batchId })
  return (
    <ListPage
      title={data ? `${data.budgetName} ${t('list', { number: data.number })}` : t('lists')}
      operation="listPaymentLines"
      fixed={{ batchId }}
      filters={[{ kind: 'select', name: 'state', label: t('state'), options: optionsOf('line', lineStates) }]}
      above={data && <BatchHands batch={data} />}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyLines'), hint: t('emptyLinesHint') }}
      actions={
        <>
          <Link to={'/payment-lists' as never}>{t('backToLists')}</Link>
          <LinkButton to={`/payment-lists/${batchId}/papers/sheet`} search={{} as never}>
            {t('paperSheet')}
          </LinkButton>
          <LinkButton to={`/payment-lists/${batchId}/papers/list`} search={{} as never}>
            {t('paperList')}
          </LinkButton>
        </>
      }
    />
  )
}

function columns(): Column<PaymentLine>[] {
  return [
    { key: 'number', title: '#', width: 60, align: 'figures', render: (row) => row.number },
    { key: 'name', title: t('payee'), width: 110, render: (row) => row.name },
    { key: 'organisation', title: t('organisation'), render: (row) => row.organisationName },
    { key: 'months', title: t('months'), render: (row) => formatList(row.periods.map(periodWords)) },
    { key: 'account', title: t('account'), render: (row) => row.account },
    {
      key: 'sum',
      title: t('net'),
      width: 140,
      align: 'figures',
      render: (row) => (
        <Link to={`/claims/${row.claimId}` as never} title={t('why')}>
          {formatMoney(row.amountFen)}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      width: 150,
      render: (row) =>
        [word('line', row.state), row.cause && word('cause', row.cause), row.isReissue && t('again')]
          .filter(Boolean)
          .join(' · '),
    },
  ]
}
