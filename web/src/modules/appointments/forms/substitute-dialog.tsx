import { App, Input } from 'antd'
import type { Appointment } from '#contract/appointments.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { postName } from '../../access/posts.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { HolderSelect } from '../parts/holder-select.tsx'
import { appointmentsChanged } from '../parts/outdated.ts'
import { t } from '../texts.ts'

interface Values {
  personId: string
  documentNo: string
  startsOn: string
  endsBefore: string
}

/** 安排代理: who works as the post during an absence, from when to when. */
export function SubstituteDialog({
  appointment,
  onClose,
}: {
  appointment: Appointment
  onClose: () => void
}) {
  const { message } = App.useApp()
  const { today } = useMe()
  const { name } = appointment.person
  return (
    <FormDialog
      title={t('substituteTitle', { post: postName(appointment.post), name })}
      words={t('substituteHint')}
      onClose={onClose}
    >
      <FormShell<'appointSubstitute', Values>
        operation="appointSubstitute"
        invalidates={appointmentsChanged}
        initial={{ startsOn: today }}
        toInput={({ endsBefore, ...values }) => ({
          appointmentId: appointment.id,
          endsBefore: dayAfter(endsBefore),
          ...values,
        })}
        submit={t('substitute')}
        onDone={() => {
          void message.success(t('substituteDone'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="personId" label={t('substitutePerson')} need="required">
          <HolderSelect />
        </FormField>
        <FormField name="startsOn" label={t('substituteFrom')} need="required">
          <DateField />
        </FormField>
        <FormField name="endsBefore" label={t('substituteUntil')} need="required">
          <DateField />
        </FormField>
        <FormField name="documentNo" label={t('documentNo')} need="required">
          <Input maxLength={100} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
