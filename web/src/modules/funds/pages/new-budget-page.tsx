import { budgetPurposes, payers, type BudgetPurpose, type Payer } from '#contract/funds.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { formatMoney } from '../../../kit/format.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { fenOfYuan } from '../amounts.ts'
import { t } from '../texts.ts'
import { optionsOf } from '../words.ts'

interface Entered {
  organisationId: string
  name: string
  purpose: BudgetPurpose
  year: number
  from: string
  amount: string
  documentNo: string
}

/** Opens a budget: for whom, what for, where the money comes from, and by which document. */
export default function NewBudgetPage() {
  const navigate = useNavigate()
  const { actingAs, today } = useMe()
  const [naming, setNaming] = useState(false)
  if (naming) return <NewSource onDone={() => setNaming(false)} />
  return (
    <Page title={t('newBudget')} actions={<Button onClick={() => setNaming(true)}>{t('newSource')}</Button>}>
      <FormShell<'createBudget', Entered>
        operation="createBudget"
        invalidates={['listBudgets', 'getBudget', 'listFundSources']}
        initial={{
          organisationId: actingAs?.organisationId ?? '',
          purpose: 'stipend',
          year: Number(today.slice(0, 4)),
        }}
        toInput={({ from, amount, ...entered }) => ({
          ...entered,
          amountFen: fenOfYuan(amount) ?? 0,
          ...(from.startsWith('source:') ? { sourceId: from.slice(7) } : { parentId: from.slice(7) }),
        })}
        onDone={({ budgetId }) => void navigate({ to: `/budgets/${budgetId}` as never })}
        submit={t('newBudget')}
        onCancel={() => void navigate({ to: '/budgets' as never })}
      >
        <FormField name="name" label={t('name')} need="required" hint={t('nameHint')}>
          <Input maxLength={80} />
        </FormField>
        <FormField name="organisationId" label={t('organisation')} need="required">
          <OrganisationSelect />
        </FormField>
        <FormField name="purpose" label={t('purpose')} need="required">
          <Select options={optionsOf('purpose', budgetPurposes)} />
        </FormField>
        <FormField name="year" label={t('year')} need="required">
          <InputNumber min={2000} max={2100} />
        </FormField>
        <FormField name="from" label={t('from')} need="required" hint={t('fromHint')}>
          <OriginSelect />
        </FormField>
        <FormField
          name="amount"
          label={t('amount')}
          need="required"
          rules={[{ validator: (_, value: string) => yuanRule(value) }]}
        >
          <Input inputMode="decimal" maxLength={16} />
        </FormField>
        <FormField name="documentNo" label={t('documentNo')} need="required" hint={t('documentHint')}>
          <Input maxLength={60} />
        </FormField>
      </FormShell>
    </Page>
  )
}

function OriginSelect(props: { value?: string; onChange?: (value: string) => void; id?: string }) {
  const sources = useRead('listFundSources')
  const budgets = useRead('listBudgets', { limit: 200 })
  return (
    <Select
      {...props}
      showSearch
      optionFilterProp="label"
      options={[
        ...(sources.data?.items ?? []).map((each) => ({
          value: `source:${each.id}`,
          label: t('fromSource', { name: each.name }),
        })),
        ...(budgets.data?.items ?? []).map((each) => ({
          value: `budget:${each.id}`,
          label: t('fromBudget', { name: each.name, left: formatMoney(each.availableFen) }),
        })),
      ]}
    />
  )
}

function NewSource({ onDone }: { onDone: () => void }) {
  const { actingAs } = useMe()
  return (
    <Page title={t('newSource')}>
      <FormShell<'createFundSource', { organisationId: string; name: string; payer: Payer }>
        operation="createFundSource"
        invalidates={['listFundSources']}
        initial={{ organisationId: actingAs?.organisationId ?? '', payer: 'district_finance' }}
        toInput={(entered) => entered}
        onDone={onDone}
        submit={t('newSource')}
        onCancel={onDone}
      >
        <FormField name="name" label={t('name')} need="required" hint={t('sourceHint')}>
          <Input maxLength={80} />
        </FormField>
        <FormField name="payer" label={t('payer')} need="required">
          <Select options={optionsOf('payer', payers)} />
        </FormField>
        <FormField name="organisationId" label={t('organisation')} need="required">
          <OrganisationSelect />
        </FormField>
      </FormShell>
    </Page>
  )
}

function yuanRule(value: string | undefined): Promise<void> {
  return value === undefined || value === '' || fenOfYuan(value) !== null
    ? Promise.resolve()
    : Promise.reject(new Error(t('amountWrong')))
}
