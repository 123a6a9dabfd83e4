import { App, Input, Radio, Select } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { AppointmentSelect } from '../parts/appointment-select.tsx'
import { permissionWords } from '../permission-words.ts'
import { t } from '../texts.ts'

interface Values {
  receiverId: string
  permissions: string[]
  organisationId: string
  reach: 'unit' | 'subtree'
  reason: string
  startsOn: string
  endsBefore: string
}

/** 委托权限: which of one's own powers go to whom, for which place, from when to when. */
export function DelegationDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const { today, actingAs } = useMe()
  const powers = useRead('listOwnPowers')
  const options = (powers.data?.items ?? [])
    .filter((power) => power.canDelegate)
    .map(({ permission }) => ({ value: permission, label: permissionWords(permission) }))
  return (
    <FormDialog title={t('delegateTitle')} words={t('delegateWords')} onClose={onClose}>
      <FormShell<'createDelegation', Values>
        operation="createDelegation"
        invalidates={['listOwnDelegations', 'listDelegations', 'getAppointment']}
        initial={{ startsOn: today, reach: 'subtree', organisationId: actingAs?.organisationId ?? '' }}
        toInput={({ endsBefore, ...values }) => ({ ...values, endsBefore: dayAfter(endsBefore) })}
        submit={t('delegate')}
        onDone={() => {
          void message.success(t('delegated'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="receiverId" label={t('receiver')} need="required">
          <AppointmentSelect />
        </FormField>
        <FormField name="permissions" label={t('permissions')} need="required">
          <Select mode="multiple" options={options} optionFilterProp="label" />
        </FormField>
        <FormField name="organisationId" label={t('place')} need="required">
          <OrganisationSelect />
        </FormField>
        <FormField name="reach" label={t('howFar')} need="required">
          <Radio.Group
            options={[
              { value: 'subtree', label: t('withBelow') },
              { value: 'unit', label: t('unitOnly') },
            ]}
          />
        </FormField>
        <FormField name="startsOn" label={t('firstDay')} need="required">
          <DateField />
        </FormField>
        <FormField name="endsBefore" label={t('lastDay')} need="required">
          <DateField />
        </FormField>
        <FormField name="reason" label={t('reason')} need="required" hint={t('reasonHint')}>
          <Input maxLength={200} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
