import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import type { Scheme } from '#contract/assessments-schemes.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../texts.ts'

interface Values {
  schemeId: string
  name: string
  startsOn: string
  endsBefore: string
}

/** 开始新周期: which scheme, which months. */
export function PeriodDialog({ schemes, onClose }: { schemes: readonly Scheme[]; onClose: () => void }) {
  const navigate = useNavigate()
  const year = useMe().today.slice(0, 4)
  return (
    <FormDialog title={t('openPeriod')} words={t('openPeriodWords')} onClose={onClose}>
      <FormShell<'createAssessmentPeriod', Values>
        operation="createAssessmentPeriod"
        invalidates={['listAssessmentPeriods', 'listSchemes']}
        initial={{
          ...(schemes[0] && { schemeId: schemes[0].id }),
          startsOn: `${year}-01-01`,
          endsBefore: `${Number(year) + 1}-01-01`,
        }}
        toInput={(values) => values}
        submit={t('openPeriod')}
        onDone={({ periodId }) => void navigate({ to: `/assessments/periods/${periodId}` as never })}
        onCancel={onClose}
      >
        <FormField name="schemeId" label={t('scheme')} need="required">
          <Select
            options={schemes.map((one) => ({
              value: one.id,
              label: `${one.name} · ${t('version', { version: one.version })}`,
            }))}
          />
        </FormField>
        <FormField name="name" label={t('periodName')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="startsOn" label={t('startsOn')} need="required">
          <DateField />
        </FormField>
        <FormField name="endsBefore" label={t('endsBefore')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
