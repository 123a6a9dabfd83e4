import '../funds.css'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { formatMoney } from '../../../kit/format.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { a } from '../allocation-texts.ts'
import { fenOfYuan } from '../amounts.ts'
import { AllocationPlanField, type ChosenUnion } from '../parts/allocation-plan-field.tsx'
import { YuanField } from '../parts/yuan-field.tsx'
import { t } from '../texts.ts'

interface Entered {
  budgetId: string
  year: number
  total: string
  documentNo: string
  unions: ChosenUnion[]
}

/** Allocates a sum of a budget: the plan says what each union gets by the register; who allocates may change it. */
export default function NewAllocationPage() {
  const navigate = useNavigate()
  const { today } = useMe()
  const budgets = useRead('listBudgets', { purpose: 'union_funds', limit: 200 })
  const organisationOf = (budgetId: string) =>
    budgets.data?.items.find(({ id }) => id === budgetId)?.organisationId ?? ''
  return (
    <Page title={a('make')} note={a('note')}>
      <FormShell<'createAllocation', Entered>
        operation="createAllocation"
        invalidates={['listAllocations']}
        initial={{ year: Number(today.slice(0, 4)) }}
        toInput={({ total, unions, ...entered }) => ({
          ...entered,
          organisationId: organisationOf(entered.budgetId),
          totalFen: fenOfYuan(total) ?? 0,
          unions,
        })}
        onDone={({ allocationId }) => void navigate({ to: `/allocations/${allocationId}` as never })}
        submit={a('make')}
        onCancel={() => void navigate({ to: '/allocations' as never })}
      >
        <FormField name="budgetId" label={a('budget')} need="required" hint={a('budgetHint')}>
          <Select
            showSearch
            optionFilterProp="label"
            loading={budgets.isPending}
            options={(budgets.data?.items ?? []).map((budget) => ({
              value: budget.id,
              label: `${a('budgetLeft', { name: budget.name, left: formatMoney(budget.availableFen) })} · ${budget.year}`,
            }))}
          />
        </FormField>
        <FormField name="year" label={a('year')} need="required">
          <InputNumber min={2000} max={2100} />
        </FormField>
        <FormField name="documentNo" label={a('documentNo')} need="required" hint={t('documentHint')}>
          <Input maxLength={60} />
        </FormField>
        <YuanField name="total" label={a('total')} />
        <Plan organisationOf={organisationOf} />
      </FormShell>
    </Page>
  )
}

function Plan({ organisationOf }: { organisationOf: (budgetId: string) => string }) {
  const form = Form.useFormInstance<Entered>()
  const total = fenOfYuan(String(Form.useWatch('total', form) ?? ''))
  const budgetId = Form.useWatch('budgetId', form) as string | undefined
  if (total === null || budgetId === undefined) return <p className="quiet funds-room">{a('planFirst')}</p>
  return (
    <FormField name="unions" label={a('unions')} need="required" hint={a('planHint')}>
      <AllocationPlanField organisationId={organisationOf(budgetId)} totalFen={total} />
    </FormField>
  )
}
