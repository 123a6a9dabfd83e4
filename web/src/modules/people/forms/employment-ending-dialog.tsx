import { App, Input } from 'antd'
import type { EmploymentRecord } from '#contract/people-records.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { t } from '../file-texts.ts'
import { Dialog } from '../parts/dialog.tsx'
import { membersChanged } from '../parts/members-changed.ts'

interface Values {
  endsBefore: string
  endReason: string
}

interface EmploymentEndingDialogProps {
  personId: string
  employment: EmploymentRecord
  onClose: () => void
}

/** Somebody stops working for an employer; the membership is another matter, and that is said. */
export function EmploymentEndingDialog({ personId, employment, onClose }: EmploymentEndingDialogProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const name = employment.employerName ?? employment.platformName ?? ''
  return (
    <Dialog title={t('endEmploymentOf', { name })} onClose={onClose}>
      <p className="dialog-note">{t('endNote')}</p>
      <FormShell
        operation="endEmployment"
        invalidates={membersChanged}
        initial={{ endsBefore: today } as Partial<Values>}
        toInput={(values: Values) => ({
          personId,
          employmentId: employment.id,
          endsBefore: values.endsBefore,
          endReason: values.endReason.trim(),
        })}
        onDone={() => {
          void message.success(t('endedEmployment'))
          onClose()
        }}
        submit={t('endVerb')}
        onCancel={onClose}
      >
        <FormField name="endsBefore" label={t('endsBefore')} need="required">
          <DateField />
        </FormField>
        <FormField
          name="endReason"
          label={t('endReason')}
          need="required"
          hint={t('endReasonHint')}
          rules={[{ min: 2, whitespace: true, message: t('reasonShort') }]}
        >
          <Input maxLength={100} />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
