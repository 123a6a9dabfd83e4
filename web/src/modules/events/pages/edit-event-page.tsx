import '../events.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Form, Skeleton } from 'antd'
import type { EventFile } from '#contract/events.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { EventFields } from '../forms/event-fields.tsx'
import { draftOf, valuesOf, type EventValues } from '../forms/event-values.ts'
import { eventsChanged } from '../forms/events-changed.ts'
import { t } from '../forms/texts.ts'
import { t as common } from '../texts.ts'

/** 修改草案: the same fields; whoever saves from an older version is told. */
export default function EditEventPage() {
  const eventId = useParam('eventId')
  const { data, error } = useRead('getEvent', { eventId })
  if (error)
    return (
      <Page title={common('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (!data || data.id !== eventId) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <Page title={t('editTitle')} note={data.title}>
      {data.can.edit ? <EditForm event={data} /> : <Alert type="info" showIcon title={t('notDraft')} />}
    </Page>
  )
}

function EditForm({ event }: { event: EventFile }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const back = () => void navigate({ to: `/events/${event.id}`, search: {} as never })
  return (
    <FormShell<'updateEvent', EventValues>
      operation="updateEvent"
      invalidates={eventsChanged}
      initial={valuesOf(event)}
      toInput={(values) => ({ eventId: event.id, version: event.version, ...draftOf(values) })}
      submit={t('save')}
      onDone={() => {
        void message.success(t('saved'))
        back()
      }}
      onCancel={back}
    >
      <Form.Item name="kind" hidden>
        <input type="hidden" />
      </Form.Item>
      <EventFields />
    </FormShell>
  )
}
