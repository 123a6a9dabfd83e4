import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input, Radio, Select } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../series-texts.ts'
import { weekdayName, weekName } from '../words.ts'

interface Values {
  organisationId: string
  kind: 'editions' | 'recurrence'
  name: string
  repeatWeek?: number
  repeatWeekday?: number
  startsOn: string
}

/** 新建系列: editions, or a repetition every month. */
export default function NewSeriesPage() {
  const { actingAs, today } = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (
    <Page title={t('newSeries')}>
      <FormShell<'createEventSeries', Values>
        operation="createEventSeries"
        invalidates={['listEventSeries']}
        initial={{
          kind: 'recurrence',
          repeatWeek: -1,
          repeatWeekday: 6,
          startsOn: today,
          ...(actingAs && { organisationId: actingAs.organisationId }),
        }}
        toInput={({ repeatWeek, repeatWeekday, ...values }) => ({
          ...values,
          repeatWeek: values.kind === 'recurrence' ? (repeatWeek ?? null) : null,
          repeatWeekday: values.kind === 'recurrence' ? (repeatWeekday ?? null) : null,
        })}
        submit={t('save')}
        onDone={({ id }) => {
          void message.success(t('saved'))
          void navigate({ to: `/events/series/${id}`, search: {} as never })
        }}
      >
        <FormGroup title={t('newSeries')}>
          <FormField name="name" label={t('name')} need="required">
            <Input maxLength={80} />
          </FormField>
          <FormField name="organisationId" label={t('host')} need="required">
            <OrganisationSelect label={t('host')} />
          </FormField>
          <FormField name="kind" label={t('kind')} need="required">
            <Radio.Group
              options={(['recurrence', 'editions'] as const).map((kind) => ({ value: kind, label: t(kind) }))}
            />
          </FormField>
          <Repetition />
          <FormField name="startsOn" label={t('startsOn')} need="required">
            <DateField />
          </FormField>
        </FormGroup>
      </FormShell>
    </Page>
  )
}

function Repetition() {
  const kind = Form.useWatch<Values['kind'] | undefined>('kind', Form.useFormInstance())
  if (kind !== 'recurrence') return null
  return (
    <>
      <FormField name="repeatWeek" label={t('week')} need="required">
        <Select options={[1, 2, 3, 4, -1].map((week) => ({ value: week, label: weekName(week) }))} />
      </FormField>
      <FormField name="repeatWeekday" label={t('weekday')} need="required">
        <Select options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: weekdayName(day) }))} />
      </FormField>
    </>
  )
}
