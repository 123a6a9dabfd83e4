import { App } from 'antd'
import type { DepartureFacts } from '#contract/people-departures.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { t } from '../departure-texts.ts'
import { Dialog } from '../parts/dialog.tsx'

interface LapseDialogProps {
  personId: string
  facts: DepartureFacts
  onClose: () => void
}

/** Half a year without dues and union life, proposed as withdrawal. */
export function LapseDialog({ personId, facts, onClose }: LapseDialogProps) {
  const { message } = App.useApp()
  return (
    <Dialog title={t('lapseTitle')} onClose={onClose}>
      <p className="dialog-note">
        {t('lapseNote', { months: facts.lapseMonths, reminders: facts.lapseReminders })}
      </p>
      <FormShell
        operation="proposeLapse"
        invalidates={['getDepartureFacts', 'listInboxTasks']}
        initial={{}}
        toInput={({ unpaidSince }: { unpaidSince: string }) => ({ personId, unpaidSince })}
        onDone={() => {
          void message.success(t('submitted'))
          onClose()
        }}
        submit={t('lapseVerb')}
        onCancel={onClose}
      >
        <FormField name="unpaidSince" label={t('unpaidSince')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
