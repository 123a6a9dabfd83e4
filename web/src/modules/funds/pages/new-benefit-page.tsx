import '../funds.css'
import type { BenefitCategory, Occasion } from '#contract/funds-ceilings.ts'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select, Skeleton } from 'antd'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatMoney } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { MemberSelect } from '../../people/parts/member-select.tsx'
import { a } from '../allocation-texts.ts'
import { fenOfYuan } from '../amounts.ts'
import { b } from '../benefit-texts.ts'
import { BenefitRoom, useExcess, type BenefitEntered } from '../parts/benefit-room.tsx'
import { YuanField } from '../parts/yuan-field.tsx'
import { optionsOf } from '../words.ts'

/** Records a benefit to a member; what is used of the ceiling stands beside it, and above it a reason is asked for. */
export default function NewBenefitPage() {
  const terms = useRead('getCeilings')
  return (
    <Page title={b('record')} note={b('note')}>
      {terms.isPending && <Skeleton active />}
      {terms.error && <p className="problem">{errorSentence(terms.error)}</p>}
      {terms.data && <BenefitForm terms={terms.data} />}
    </Page>
  )
}

function BenefitForm({ terms }: { terms: Output<'getCeilings'> }) {
  const navigate = useNavigate()
  const { today } = useMe()
  return (
    <FormShell<'recordBenefit', BenefitEntered>
      operation="recordBenefit"
      invalidates={['listBenefits', 'getBenefitRoom', 'listOpenClaims']}
      initial={{ category: terms.categories[0]!, givenOn: today }}
      toInput={({ amount, ...entered }) => ({
        ...filled(entered),
        amountFen: fenOfYuan(amount) ?? 0,
      })}
      onDone={() => void navigate({ to: '/benefits' as never })}
      submit={b('record')}
      onCancel={() => void navigate({ to: '/benefits' as never })}
    >
      <FormField name="personId" label={b('person')} need="required">
        <MemberSelect label={b('person')} placeholder={b('findPerson')} />
      </FormField>
      <FormField name="category" label={b('category')} need="required">
        <Select options={optionsOf('benefit', terms.categories)} />
      </FormField>
      <AboutCategory terms={terms} />
      <FormField name="givenOn" label={b('day')} need="required">
        <DateField />
      </FormField>
      <YuanField name="amount" label={b('amountField')} />
      <BenefitRoom />
      <OverrideReason />
      <FormField name="note" label={b('noteField')} need="optional" hint={b('noteHint')}>
        <Input maxLength={300} />
      </FormField>
    </FormShell>
  )
}

/** The holiday or the event, and the budget where money may be paid: what is asked follows from the category. */
function AboutCategory({ terms }: { terms: Output<'getCeilings'> }) {
  const form = Form.useFormInstance<BenefitEntered>()
  const category = Form.useWatch('category', form) as BenefitCategory | undefined
  const mayPay = useMay('funds.write')
  if (category === undefined) return null
  return (
    <>
      {category === 'holiday_gift' ? (
        <FormField name="occasion" label={b('occasion')} need="required">
          <Select options={optionsOf('occasion', terms.occasions)} />
        </FormField>
      ) : (
        <FormField name="event" label={b('event')} need="optional" hint={b('eventHint')}>
          <Input maxLength={60} />
        </FormField>
      )}
      {mayPay && terms.inMoney.includes(category) && <BudgetField />}
    </>
  )
}

function BudgetField() {
  const budgets = useRead('listBudgets', { purpose: 'union_funds', limit: 200 })
  return (
    <FormField name="budgetId" label={b('budget')} need="optional" hint={b('budgetHint')}>
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        options={(budgets.data?.items ?? []).map((budget) => ({
          value: budget.id,
          label: `${a('budgetLeft', { name: budget.name, left: formatMoney(budget.availableFen) })} · ${budget.year}`,
        }))}
      />
    </FormField>
  )
}

function OverrideReason() {
  if (useExcess() === 0) return null
  return (
    <FormField name="overrideReason" label={b('reason')} need="required" hint={b('reasonHint')}>
      <Input maxLength={300} />
    </FormField>
  )
}

// What was entered for another category before does not go along.
function filled({
  occasion,
  event,
  budgetId,
  note,
  overrideReason,
  ...entered
}: Omit<BenefitEntered, 'amount'>) {
  const isGift = entered.category === 'holiday_gift'
  return {
    ...entered,
    ...(isGift && occasion !== undefined ? { occasion: occasion satisfies Occasion } : {}),
    ...(!isGift && event ? { event } : {}),
    ...(budgetId ? { budgetId } : {}),
    ...(note ? { note } : {}),
    ...(overrideReason ? { overrideReason } : {}),
  }
}
