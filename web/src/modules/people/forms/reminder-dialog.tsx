import { App, Select } from 'antd'
import type { ReminderWay } from '#contract/people-departures.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { t } from '../departure-texts.ts'
import { Dialog } from '../parts/dialog.tsx'

const ways: readonly ReminderWay[] = ['letter', 'phone', 'message', 'visit']

interface Values {
  remindedOn: string
  way: ReminderWay
}

/** A member was reminded of dues and union life. */
export function ReminderDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { today } = useMe()
  const { message } = App.useApp()
  return (
    <Dialog title={t('remindTitle')} onClose={onClose}>
      <p className="dialog-note">{t('remindNote')}</p>
      <FormShell
        operation="recordLapseReminder"
        invalidates={['getDepartureFacts']}
        initial={{ remindedOn: today, way: 'phone' } as Partial<Values>}
        toInput={(values: Values) => ({ personId, ...values })}
        onDone={() => {
          void message.success(t('recorded'))
          onClose()
        }}
        submit={t('remind')}
        onCancel={onClose}
      >
        <FormField name="remindedOn" label={t('remindedOn')} need="required">
          <DateField />
        </FormField>
        <FormField name="way" label={t('way')} need="required">
          <Select options={ways.map((value) => ({ value, label: t(value) }))} />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
