import '../funds.css'
import { budgetPurposes, type BudgetRow } from '#contract/funds.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatMoney } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { lastYears } from '../months.ts'
import { BudgetBar } from '../parts/budget-bar.tsx'
import { RegisterDownload } from '../parts/register-download.tsx'
import { t } from '../texts.ts'
import { optionsOf, word } from '../words.ts'

/** Budgets of one’s scope and what is left of them. */
export default function BudgetsPage() {
  const navigate = useNavigate()
  const { today } = useMe()
  const mayWrite = useMay('funds.write')
  return (
    <ListPage
      title={t('budgets')}
      operation="listBudgets"
      filters={[
        { kind: 'search', name: 'q', label: t('searchBudget') },
        { kind: 'select', name: 'year', label: t('year'), options: lastYears(today, 6) },
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
        <>
          <RegisterDownload operation="downloadBudgets" filters={['year', 'purpose', 'q']} />
          {mayWrite && (
            <Button type="primary" onClick={() => void navigate({ to: '/budgets/new' as never })}>
              {t('newBudget')}
            </Button>
          )}
        </>
      }
    />
  )
}

function columns(): Column<BudgetRow>[] {
  return [
    {
      key: 'name',
      sort: 'name',
      title: t('budget'),
      render: (row) => (
        <>
          <Link to={`/budgets/${row.id}` as never}>{row.name}</Link>
          <div className="quiet">{row.organisationName}</div>
        </>
      ),
    },
    {
      key: 'purpose',
      title: t('purpose'),
      width: 180,
      render: (row) => (
        <>
          {word('purpose', row.purpose)}
          <div className="quiet">{word('payer', row.payer)}</div>
        </>
      ),
    },
    { key: 'year', sort: 'year', title: t('year'), width: 96, align: 'figures', render: (row) => row.year },
    {
      key: 'total',
      sort: 'total',
      title: t('total'),
      width: 160,
      align: 'figures',
      render: (row) => formatMoney(row.budgetFen),
    },
    { key: 'bar', sort: 'paid', title: t('paid'), width: 150, render: (row) => <BudgetBar budget={row} /> },
    {
      key: 'left',
      sort: 'left',
      title: t('left'),
      width: 160,
      align: 'figures',
      render: (row) => formatMoney(row.availableFen),
    },
  ]
}
