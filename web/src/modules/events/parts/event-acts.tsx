import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { EventFile } from '#contract/events.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { eventsChanged } from '../forms/events-changed.ts'
import { PostponeDialog } from '../forms/postpone-dialog.tsx'
import { ReasonDialog, type ReasonedAct } from '../forms/reason-dialog.tsx'
import { t as form } from '../forms/texts.ts'
import { t } from '../texts.ts'

/** What the asker may do with the event now; the next step is the primary button. */
export function EventActs({ event }: { event: EventFile }) {
  const [open, setOpen] = useState<'return' | 'cancel' | 'postpone' | null>(null)
  const { can } = event
  const close = () => setOpen(null)
  return (
    <>
      {can.cancel && (
        <Button onClick={() => setOpen('cancel')}>
          {dropping(event) ? form('dropVerb') : form('cancelVerb')}
        </Button>
      )}
      {can.postpone && <Button onClick={() => setOpen('postpone')}>{form('postponeVerb')}</Button>}
      {can.return && <Button onClick={() => setOpen('return')}>{form('returnVerb')}</Button>}
      <LinkButton to={`/events/${event.id}/poster`} search={{} as never}>
        {t('poster')}
      </LinkButton>
      {can.edit && (
        <LinkButton to={`/events/${event.id}/edit`} search={{} as never}>
          {t('edit')}
        </LinkButton>
      )}
      {can.submit && <Step event={event} operation="submitEvent" />}
      {can.publish && <Step event={event} operation="publishEvent" />}
      {can.close && <Step event={event} operation="closeEvent" />}
      {open === 'postpone' && <PostponeDialog event={event} onClose={close} />}
      {open === 'return' && <ReasonDialog event={event} act={returning()} onClose={close} />}
      {open === 'cancel' && <ReasonDialog event={event} act={cancelling(event)} onClose={close} />}
    </>
  )
}

function Step({
  event,
  operation,
}: {
  event: EventFile
  operation: 'submitEvent' | 'publishEvent' | 'closeEvent'
}) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const act = useAct(operation, { invalidates: eventsChanged })
  const ask = async () => {
    const sure = await confirm({
      title: t(`${operation}Title`),
      body: t(`${operation}Body`),
      verb: t(operation),
    })
    if (sure)
      act.mutate(
        { eventId: event.id },
        {
          onSuccess: () => void message.success(t(`${operation}Done`)),
          onError: (error) => void message.error(errorSentence(error)),
        },
      )
  }
  return (
    <Button type="primary" loading={act.isPending} onClick={() => void ask()}>
      {t(operation)}
    </Button>
  )
}

/** Why an event came back, where it did and has not been submitted since. */
export function ReturnedNotice({ event }: { event: EventFile }) {
  const last = event.steps.slice(-1)[0]
  if (event.phase !== 'draft' || last?.step !== 'returned') return null
  return (
    <Alert className="event-note" type="warning" showIcon title={t('cameBack')} description={last.reason} />
  )
}

const dropping = (event: EventFile) => event.state !== 'published'

function returning(): ReasonedAct {
  return {
    operation: 'returnEvent',
    title: form('returnTitle'),
    verb: form('returnVerb'),
    done: form('returned'),
  }
}

function cancelling(event: EventFile): ReasonedAct {
  const draft = dropping(event)
  return {
    operation: 'cancelEvent',
    title: draft ? form('dropVerb') : form('cancelTitle'),
    note: draft ? form('dropNote') : form('cancelNote'),
    verb: draft ? form('dropVerb') : form('cancelVerb'),
    done: form('cancelled'),
  }
}
