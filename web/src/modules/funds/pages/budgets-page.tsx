import '../funds.css'
import { budgetPurposes, type BudgetRow } from '#contract/funds.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatMoney } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { BudgetBar } from '../parts/budget-bar.tsx'
import { t } from '../texts.ts'
import { optionsOf, word } from '../words.ts'

/** Budgets of one’s scope and what is left of them. */
export default function BudgetsPage() {
  const navigate = useNavigate()
  const mayWrite = useMay('funds.write')
  return (
    <ListPage
      title={t('budgets')}
      operation="listBudgets"
      filters={[
        {
          kind: 'select',
          name: 'purpose',
          label: t('purpose'),
          options: optionsOf('purpose', budgetPurposes),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyBudgets'), hint: t('emptyBudgetsHint') }}
      actions={
        mayWrite ? (
          <Button type="primary" onClick={() => void navigate({ to: '/budgets/new' as never })}>
            {t('newBudget')}
          </Button>
        ) : undefined
      }
    />
  )
}

function columns(): Column<BudgetRow>[] {
  return [
    {
      key: 'name',
      title: t('budget'),
      render: (row) => <Link to={`/budgets/${row.id}` as never}>{row.name}</Link>,
    },
    { key: 'organisation', title: t('organisation'), render: (row) => row.organisationName },
    { key: 'purpose', title: t('purpose'), width: 110, render: (row) => word('purpose', row.purpose) },
    { key: 'payer', title: t('payer'), width: 130, render: (row) => word('payer', row.payer) },
    { key: 'year', title: t('year'), width: 80, align: 'figures', render: (row) => row.year },
    {
      key: 'total',
      title: t('total'),
      width: 160,
      align: 'figures',
      render: (row) => formatMoney(row.budgetFen),
    },
    { key: 'bar', title: t('paid'), width: 150, render: (row) => <BudgetBar budget={row} /> },
    {
      key: 'left',
      title: t('left'),
      width: 160,
      align: 'figures',
      render: (row) => formatMoney(row.availableFen),
    },
  ]
}
