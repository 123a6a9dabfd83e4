import '../funds.css'
import { pointLevels, pointPayers, type DirectPointTerms, type PointLevel } from '#contract/funds-points.ts'
import { shareOut } from '#contract/share-out.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Select, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatMoney } from '../../../kit/format.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { fenOfYuan, yuanField } from '../amounts.ts'
import { p } from '../point-texts.ts'
import { t } from '../texts.ts'
import { optionsOf, word } from '../words.ts'

type Entered = {
  organisationId: string
  year: number
  level: PointLevel
  total: string
  documentNo: string
} & Record<`fen_${string}` | `budget_${string}`, string>

/** Grants a point its money of a year: the total, three shares that add up to it, and the budget each comes from. */
export default function NewPointPage() {
  const terms = useRead('getDirectPointTerms')
  return (
    <Page title={p('grant')} note={p('note')}>
      {terms.isPending && <Skeleton active />}
      {terms.error && <p className="problem">{errorSentence(terms.error)}</p>}
      {terms.data && <GrantForm terms={terms.data} />}
    </Page>
  )
}

function GrantForm({ terms }: { terms: DirectPointTerms }) {
  const navigate = useNavigate()
  const { today } = useMe()
  const { organisationId } = useSearchText()
  return (
    <FormShell<'createDirectPointGrant', Entered>
      operation="createDirectPointGrant"
      invalidates={['listDirectPoints']}
      initial={{
        ...(organisationId === undefined ? {} : { organisationId }),
        year: Number(today.slice(0, 4)),
        level: 'district',
      }}
      toInput={(entered) => ({
        organisationId: entered.organisationId,
        year: entered.year,
        level: entered.level,
        documentNo: entered.documentNo,
        totalFen: fenOfYuan(entered.total) ?? 0,
        shares: pointPayers.flatMap((payer) => {
          const amountFen = fenOfYuan(entered[`fen_${payer}`] ?? '')
          return amountFen === null ? [] : [{ payer, amountFen, budgetId: entered[`budget_${payer}`] ?? '' }]
        }),
      })}
      onDone={({ grantId }) => void navigate({ to: `/direct-points/${grantId}` as never })}
      submit={p('grant')}
      onCancel={() => void navigate({ to: '/direct-points' as never })}
    >
      <FormField name="organisationId" label={p('organisation')} need="required">
        <OrganisationSelect />
      </FormField>
      <FormField name="year" label={p('year')} need="required">
        <InputNumber min={2000} max={2100} />
      </FormField>
      <FormField name="level" label={p('level')} need="required">
        <Select options={optionsOf('level', pointLevels)} />
      </FormField>
      <FormField
        name="total"
        label={t('amount')}
        need="required"
        hint={p('bounds', { least: formatMoney(terms.leastFen), most: formatMoney(terms.mostFen) })}
        rules={[{ validator: (_, value: string) => yuanRule(value) }]}
      >
        <Input inputMode="decimal" maxLength={16} />
      </FormField>
      <ShareOut terms={terms} />
      {pointPayers.map((payer) => (
        <ShareFields key={payer} payer={payer} />
      ))}
      <SumLine />
      <FormField name="documentNo" label={p('documentNo')} need="required" hint={t('documentHint')}>
        <Input maxLength={60} />
      </FormField>
    </FormShell>
  )
}

function ShareFields({ payer }: { payer: (typeof pointPayers)[number] }) {
  const budgets = useRead('listBudgets', { purpose: 'direct_point', limit: 200 })
  const name = word('payer', payer)
  return (
    <>
      <FormField
        name={`fen_${payer}`}
        label={p('share', { payer: name })}
        need="required"
        rules={[{ validator: (_, value: string) => yuanRule(value) }]}
      >
        <Input inputMode="decimal" maxLength={16} />
      </FormField>
      <FormField
        name={`budget_${payer}`}
        label={p('budgetOf', { payer: name })}
        need="required"
        hint={p('budgetHint')}
      >
        <Select
          showSearch
          optionFilterProp="label"
          options={(budgets.data?.items ?? [])
            .filter((budget) => budget.payer === payer)
            .map((budget) => ({
              value: budget.id,
              label: `${t('fromBudget', { name: budget.name, left: formatMoney(budget.availableFen) })} · ${budget.year}`,
            }))}
        />
      </FormField>
    </>
  )
}

function ShareOut({ terms }: { terms: DirectPointTerms }) {
  const form = Form.useFormInstance<Entered>()
  const total = fenOfYuan(String(Form.useWatch('total', form) ?? ''))
  const fillIn = () => {
    const shares = shareOut(
      total ?? 0,
      terms.weights.map(({ weight }) => weight),
    )
    form.setFieldsValue(
      Object.fromEntries(
        terms.weights.map(({ payer }, at) => [`fen_${payer}`, yuanField(shares[at]!)]),
      ) as never,
    )
  }
  return (
    <div className="funds-actions">
      <Button disabled={total === null} onClick={fillIn}>
        {p('share3')}
      </Button>
      {total === null && <span className="quiet">{t('amountWrong')}</span>}
    </div>
  )
}

function SumLine() {
  const form = Form.useFormInstance<Entered>()
  const entered = Form.useWatch([], form) as Partial<Entered> | undefined
  const fenOf = (text: string | undefined) => fenOfYuan(text ?? '') ?? 0
  const total = fenOf(entered?.total)
  const sum = pointPayers.reduce((so, payer) => so + fenOf(entered?.[`fen_${payer}`]), 0)
  if (total === 0) return null
  return (
    <p className={sum === total ? 'quiet' : 'problem'} role="status">
      {p('sumLine', { sum: formatMoney(sum), total: formatMoney(total) })}
      {sum !== total && ` · ${p('sumDiffers')}`}
    </p>
  )
}

function yuanRule(value: string | undefined): Promise<void> {
  return value === undefined || value === '' || fenOfYuan(value) !== null
    ? Promise.resolve()
    : Promise.reject(new Error(t('amountWrong')))
}
