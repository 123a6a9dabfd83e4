import '../events.css'
import { useNavigate } from '@tanstack/react-router'
import { App, Select } from 'antd'
import { eventKindForms } from '../../../kit/event-screens.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { fill } from '../../../i18n/texts.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { EventFields } from '../forms/event-fields.tsx'
import { draftOf, type EventValues } from '../forms/event-values.ts'
import { eventsChanged } from '../forms/events-changed.ts'
import { t } from '../forms/texts.ts'

/** 起草活动: everything the office writes down, saved as a draft. */
export default function NewEventPage() {
  const { actingAs } = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const kinds = eventKindForms()
  return (
    <Page title={t('newTitle')}>
      <FormShell<'createEvent', EventValues>
        operation="createEvent"
        invalidates={eventsChanged}
        initial={{
          ...(kinds[0] && { kind: kinds[0].kind }),
          ...(actingAs && { organisationId: actingAs.organisationId }),
          hostKind: 'federation',
          admission: 'first_come',
          capacity: 60,
          waiting: true,
          offerMinutes: 720,
          seating: 'pairs',
          rounds: 8,
          roundMinutes: 5,
          twoPart: false,
        }}
        toInput={(values) => ({
          kind: values.kind,
          organisationId: values.organisationId,
          ...draftOf(values),
        })}
        submit={t('save')}
        onDone={({ id }) => {
          void message.success(t('saved'))
          void navigate({ to: `/events/${id}`, search: {} as never })
        }}
      >
        <FormGroup title={t('kind')}>
          <FormField name="kind" label={t('kind')} need="required">
            <Select options={kinds.map((each) => ({ value: each.kind, label: fill(each.title, {}) }))} />
          </FormField>
          <FormField name="organisationId" label={t('host')} need="required">
            <OrganisationSelect label={t('host')} />
          </FormField>
        </FormGroup>
        <EventFields />
      </FormShell>
    </Page>
  )
}
