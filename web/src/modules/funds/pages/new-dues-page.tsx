import '../funds.css'
import type { DuesTerms } from '#contract/funds-dues.ts'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatMoney, formatNumber } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { fenOfYuan } from '../amounts.ts'
import { d } from '../dues-texts.ts'
import { lastMonths } from '../months.ts'
import { YuanField } from '../parts/yuan-field.tsx'
import { duesShown, wagesOf } from '../wages.ts'

interface Entered {
  unionId: string
  month: string
  wages: string
  received: string
  receivedOn: string
  voucherNo: string
}

/** Records a month’s dues of a union: wages are pasted without names, worked out and not kept. */
export default function NewDuesPage() {
  const terms = useRead('getDuesTerms')
  return (
    <Page title={d('record')} note={d('note')}>
      {terms.isPending && <Skeleton active />}
      {terms.error && <p className="problem">{errorSentence(terms.error)}</p>}
      {terms.data && <DuesForm terms={terms.data} />}
    </Page>
  )
}

function DuesForm({ terms }: { terms: DuesTerms }) {
  const navigate = useNavigate()
  const { actingAs, today } = useMe()
  // Whoever makes budgets works at a federation, which has no dues of its own.
  const isOfUnion = !useMay('funds.write')
  const months = lastMonths(today, 24)
  return (
    <FormShell<'recordDues', Entered>
      operation="recordDues"
      invalidates={['listDues']}
      initial={{
        ...(actingAs === null || !isOfUnion ? {} : { unionId: actingAs.organisationId }),
        month: months[1]!,
        receivedOn: today,
      }}
      toInput={({ wages, received, ...entered }) => {
        const read = wagesOf(wages)
        return {
          ...entered,
          wagesFen: 'wagesFen' in read ? read.wagesFen : [],
          receivedFen: fenOfYuan(received) ?? 0,
        }
      }}
      onDone={() => void navigate({ to: '/dues' as never })}
      submit={d('record')}
      onCancel={() => void navigate({ to: '/dues' as never })}
    >
      <FormField name="unionId" label={d('union')} need="required">
        <OrganisationSelect />
      </FormField>
      <FormField name="month" label={d('month')} need="required">
        <Select options={months.map((value) => ({ value, label: value }))} />
      </FormField>
      <FormField
        name="wages"
        label={d('wages')}
        need="required"
        hint={d('wagesHint')}
        rules={[{ validator: (_, value: string | undefined) => wagesRule(value) }]}
      >
        <Input.TextArea rows={6} inputMode="decimal" />
      </FormField>
      <Sum terms={terms} />
      <YuanField name="received" label={d('receivedField')} />
      <FormField name="receivedOn" label={d('receivedOn')} need="required">
        <DateField />
      </FormField>
      <FormField name="voucherNo" label={d('voucher')} need="required">
        <Input maxLength={60} />
      </FormField>
    </FormShell>
  )
}

function Sum({ terms }: { terms: DuesTerms }) {
  const form = Form.useFormInstance<Entered>()
  const read = wagesOf(String(Form.useWatch('wages', form) ?? ''))
  if (!('wagesFen' in read) || read.wagesFen.length === 0) return null
  return (
    <p className="funds-note" role="status">
      {d('sum', {
        members: formatNumber(read.wagesFen.length),
        due: formatMoney(duesShown(read.wagesFen, terms)),
      })}{' '}
      <span className="quiet">{d('source', { source: terms.source })}</span>
    </p>
  )
}

function wagesRule(value: string | undefined): Promise<void> {
  const read = wagesOf(value ?? '')
  return 'wrongRow' in read
    ? Promise.reject(new Error(d('wagesWrong', { row: read.wrongRow })))
    : Promise.resolve()
}
