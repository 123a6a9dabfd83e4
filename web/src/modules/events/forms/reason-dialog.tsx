import { App, Input } from 'antd'
import type { EventFile } from '#contract/events.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { Dialog } from '../../people/parts/dialog.tsx'
import { eventsChanged } from './events-changed.ts'
import { t } from './texts.ts'

/** What is done with a reason: sending a draft back, cancelling an event, dropping a draft. */
export interface ReasonedAct {
  operation: 'returnEvent' | 'cancelEvent'
  title: string
  note?: string
  verb: string
  done: string
}

/** Asks for the reason, then does it. */
export function ReasonDialog({
  event,
  act,
  onClose,
}: {
  event: EventFile
  act: ReasonedAct
  onClose: () => void
}) {
  const { message } = App.useApp()
  return (
    <Dialog title={act.title} onClose={onClose}>
      {act.note && <p className="dialog-note">{act.note}</p>}
      <FormShell
        operation={act.operation}
        invalidates={eventsChanged}
        initial={{}}
        toInput={({ reason }: { reason: string }) => ({ eventId: event.id, reason: reason.trim() })}
        onDone={() => {
          void message.success(act.done)
          onClose()
        }}
        submit={act.verb}
        onCancel={onClose}
      >
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
