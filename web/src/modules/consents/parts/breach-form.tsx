import { breachKinds } from '#contract/privacy-records.ts'
import { App, Input, Select } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../texts.ts'
import { breachKindName } from '../words.ts'

interface Values {
  organisationId: string
  noticedOn: string
  kinds: (typeof breachKinds)[number][]
  cause: string
  harm: string
  remedy: string
}

/** Records a breach; the members of the organisation and below it are listed as touched. */
export function BreachForm({ close }: { close: () => void }) {
  const { today } = useMe()
  const { message } = App.useApp()
  return (
    <FormShell
      operation="recordBreach"
      invalidates={['listBreaches']}
      initial={{ noticedOn: today } as Partial<Values>}
      toInput={({ noticedOn, ...values }: Values) => ({
        ...values,
        noticedAt: `${noticedOn}T00:00:00+08:00`,
      })}
      onDone={({ persons }) => {
        void message.success(t('touched', { count: persons }))
        close()
      }}
      submit={t('record')}
      onCancel={close}
    >
      <FormGroup title={t('addBreach')}>
        <FormField name="organisationId" label={t('unit')} need="required" hint={t('breachUnitHint')}>
          <OrganisationSelect />
        </FormField>
        <FormField name="noticedOn" label={t('noticedOn')} need="required">
          <DateField />
        </FormField>
        <FormField name="kinds" label={t('touches')} need="required">
          <Select
            mode="multiple"
            options={breachKinds.map((each) => ({ value: each, label: breachKindName(each) }))}
          />
        </FormField>
        {(['cause', 'harm', 'remedy'] as const).map((name) => (
          <FormField key={name} name={name} label={t(name)} need="required">
            <Input.TextArea rows={3} maxLength={2000} />
          </FormField>
        ))}
      </FormGroup>
    </FormShell>
  )
}
