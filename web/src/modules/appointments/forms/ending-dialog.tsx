import { App, Input, Select } from 'antd'
import { endReasons, type Appointment } from '#contract/appointments.ts'
import type { Input as InputOf } from '../../../kit/call.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { appointmentsChanged } from '../parts/outdated.ts'
import { t } from '../texts.ts'
import { reasonName } from '../words.ts'

interface Values {
  endsBefore: string
  reason: InputOf<'endAppointment'>['reason']
  documentNo?: string
}

/** 登记离任: the last day in office, why, and by which document. */
export function EndingDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { message } = App.useApp()
  const { today } = useMe()
  return (
    <FormDialog
      title={t('endTitle', { name: appointment.person.name })}
      words={t('endHint')}
      onClose={onClose}
    >
      <FormShell<'endAppointment', Values>
        operation="endAppointment"
        invalidates={appointmentsChanged}
        initial={{ endsBefore: today, reason: 'transferred' }}
        toInput={({ endsBefore, reason, documentNo }) => ({
          appointmentId: appointment.id,
          endsBefore: dayAfter(endsBefore),
          reason,
          ...(documentNo ? { documentNo } : {}),
        })}
        submit={t('endVerb')}
        onDone={({ annulled }) => {
          void message.success(annulled ? t('annulDone') : t('endDone'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="endsBefore" label={t('lastDayInOffice')} need="required">
          <DateField />
        </FormField>
        <FormField name="reason" label={t('reason')} need="required">
          <Select options={endReasons.map((value) => ({ value, label: reasonName(value) }))} />
        </FormField>
        <FormField name="documentNo" label={t('documentNo')} need="optional">
          <Input maxLength={100} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
