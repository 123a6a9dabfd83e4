import { App, Input } from 'antd'
import type { EventFile } from '#contract/events.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { InstantField } from '../../../kit/form/instant-field.tsx'
import { Dialog } from '../../people/parts/dialog.tsx'
import { eventsChanged } from './events-changed.ts'
import { t } from './texts.ts'

interface Values {
  startsAt: string
  endsAt: string
  registrationClosesAt: string
  cancelUntil: string
  reason: string
}

/** New times for a published event, and why. */
export function PostponeDialog({ event, onClose }: { event: EventFile; onClose: () => void }) {
  const { message } = App.useApp()
  const { startsAt, endsAt, registrationClosesAt, cancelUntil } = event
  return (
    <Dialog title={t('postponeTitle')} onClose={onClose}>
      <p className="dialog-note">{t('postponeNote')}</p>
      <FormShell<'postponeEvent', Values>
        operation="postponeEvent"
        invalidates={eventsChanged}
        initial={{ startsAt, endsAt, registrationClosesAt, cancelUntil }}
        toInput={(values) => ({ eventId: event.id, ...values, reason: values.reason.trim() })}
        onDone={() => {
          void message.success(t('postponed'))
          onClose()
        }}
        submit={t('postponeVerb')}
        onCancel={onClose}
      >
        <FormField name="startsAt" label={t('startsAt')} need="required">
          <InstantField />
        </FormField>
        <FormField name="endsAt" label={t('endsAt')} need="required">
          <InstantField />
        </FormField>
        <FormField name="registrationClosesAt" label={t('registrationClosesAt')} need="required">
          <InstantField />
        </FormField>
        <FormField name="cancelUntil" label={t('cancelUntil')} need="required" hint={t('cancelHint')}>
          <InstantField />
        </FormField>
        <FormField
          name="reason"
          label={t('reason')}
          need="required"
          rules={[{ min: 4, whitespace: true, message: t('reasonShort') }]}
        >
          <Input.TextArea rows={3} maxLength={300} />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
