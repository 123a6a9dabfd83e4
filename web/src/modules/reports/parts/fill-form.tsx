import type { ReportTemplate } from '#contract/reports-templates.ts'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { w } from '../template-texts.ts'

interface Entered {
  title: string
  asOf?: string | null
  from?: string | null
  to?: string | null
}

/** The day or the period a form is filled for; sealing comes with it. */
export function FillForm({ template }: { template: ReportTemplate }) {
  const navigate = useNavigate()
  return (
    <FormShell<'fillReportTemplate', Entered>
      operation="fillReportTemplate"
      invalidates={['getReportTemplate', 'listReportTemplates', 'listSealedReports']}
      initial={{ title: template.name }}
      toInput={({ title, asOf, from, to }) => ({
        templateId: template.id,
        title,
        ...(asOf ? { asOf } : {}),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      })}
      onDone={({ id }) => void navigate({ to: `/reports/${id}` as never })}
      submit={w('fill')}
    >
      <FormField name="title" label={w('reportName')} need="required">
        <Input maxLength={120} />
      </FormField>
      <FormField name="asOf" label={w('asOf')} need="optional">
        <DateField />
      </FormField>
      <FormField name="from" label={w('from')} need="optional">
        <DateField />
      </FormField>
      <FormField name="to" label={w('to')} need="optional">
        <DateField />
      </FormField>
    </FormShell>
  )
}
