import '../funds.css'
import type { PrizeTerms } from '#contract/funds-prizes.ts'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatMoney } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { a } from '../allocation-texts.ts'
import { fenOfYuan } from '../amounts.ts'
import { WinnersField, type Winner } from '../parts/winners-field.tsx'
import { z } from '../prize-texts.ts'
import { optionsOf } from '../words.ts'

interface Entered {
  budgetId: string
  contest: string
  heldOn: string
  contestants: number
  taxCategory: string
  winners: Winner[]
}

/** Gives the prizes of a contest; how many may win stands beside the winners. */
export default function NewPrizesPage() {
  const terms = useRead('getPrizeTerms')
  return (
    <Page title={z('give')} note={z('note')}>
      {terms.isPending && <Skeleton active />}
      {terms.error && <p className="problem">{errorSentence(terms.error)}</p>}
      {terms.data && <PrizesForm terms={terms.data} />}
    </Page>
  )
}

function PrizesForm({ terms }: { terms: PrizeTerms }) {
  const navigate = useNavigate()
  const { today } = useMe()
  const budgets = useRead('listBudgets', { limit: 200 })
  const fitting = (budgets.data?.items ?? []).filter(
    ({ purpose }) => purpose === 'award' || purpose === 'union_funds',
  )
  return (
    <FormShell<'givePrizes', Entered>
      operation="givePrizes"
      invalidates={['listPrizeLists', 'listBudgets', 'getBudget', 'listOpenClaims']}
      initial={{
        heldOn: today,
        taxCategory: terms.taxCategories.includes('incidental') ? 'incidental' : terms.taxCategories[0]!,
        winners: [{ amount: '' }],
      }}
      toInput={({ winners, ...entered }) => ({
        ...entered,
        winners: winners.flatMap(({ personId, amount }) => {
          const amountFen = fenOfYuan(amount)
          return personId === undefined || amountFen === null ? [] : [{ personId, amountFen }]
        }),
      })}
      onDone={() => void navigate({ to: '/prizes' as never })}
      submit={z('give')}
      onCancel={() => void navigate({ to: '/prizes' as never })}
    >
      <FormField name="budgetId" label={z('budget')} need="required">
        <Select
          showSearch
          optionFilterProp="label"
          loading={budgets.isPending}
          options={fitting.map((budget) => ({
            value: budget.id,
            label: `${a('budgetLeft', { name: budget.name, left: formatMoney(budget.availableFen) })} · ${budget.year}`,
          }))}
        />
      </FormField>
      <FormField name="contest" label={z('contest')} need="required" hint={z('contestHint')}>
        <Input maxLength={60} />
      </FormField>
      <FormField name="heldOn" label={z('heldOn')} need="required">
        <DateField />
      </FormField>
      <FormField name="contestants" label={z('contestants')} need="required">
        <InputNumber min={1} max={1_000_000} precision={0} />
      </FormField>
      <FormField name="taxCategory" label={z('tax')} need="required" hint={z('taxHint')}>
        <Select options={optionsOf('tax', terms.taxCategories)} />
      </FormField>
      <Limit terms={terms} />
      <FormField name="winners" label={z('winners')} need="required">
        <WinnersField />
      </FormField>
    </FormShell>
  )
}

function Limit({ terms }: { terms: PrizeTerms }) {
  const form = Form.useFormInstance<Entered>()
  const contestants = Form.useWatch('contestants', form) as number | undefined | null
  const winners = (Form.useWatch('winners', form) ?? []) as Winner[]
  const count = winners.filter(({ personId }) => personId !== undefined).length
  if (contestants == null) return <p className="quiet funds-note">{z('limitFirst')}</p>
  const most = Math.floor((contestants * terms.winners) / terms.of)
  const totalFen = winners.reduce((so, { amount }) => so + (fenOfYuan(amount) ?? 0), 0)
  return (
    <p className={count > most ? 'problem funds-note' : 'funds-note'} role="status">
      {z('limit', { contestants, most, winners: count, total: formatMoney(totalFen) })}{' '}
      <span className="quiet">{z('source', { source: terms.sources[0]! })}</span>
    </p>
  )
}
