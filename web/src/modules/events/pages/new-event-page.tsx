import '../events.css'
import { useNavigate } from '@tanstack/react-router'
import { App, InputNumber, Select } from 'antd'
import { eventKindForms } from '../../../kit/event-screens.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { fill } from '../../../i18n/texts.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
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
  const { seriesId, organisationId, kind } = useSearchText()
  const kinds = eventKindForms()
  const asked = kinds.find((each) => each.kind === kind) ?? kinds[0]
  return (
    <Page title={t('newTitle')} {...(seriesId && { note: t('firstOfSeries') })}>
      <FormShell<'createEvent', EventValues>
        operation="createEvent"
        invalidates={eventsChanged}
        initial={{
          ...(asked && { kind: asked.kind }),
          ...(actingAs && { organisationId: organisationId ?? actingAs.organisationId }),
          hostKind: 'federation',
          admission: 'first_come',
          capacity: 60,
          waiting: true,
          offerMinutes: 720,
          seating: 'pairs',
          rounds: 8,
          roundMinutes: 5,
          twoPart: false,
          ...asked?.draft,
        }}
        toInput={(values) => ({
          kind: values.kind,
          organisationId: values.organisationId,
          seriesId: seriesId ?? null,
          editionNo: values.editionNo ?? null,
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
          {seriesId && (
            <FormField name="editionNo" label={t('editionNo')} need="optional" hint={t('editionHint')}>
              <InputNumber min={1} max={999} precision={0} />
            </FormField>
          )}
        </FormGroup>
        <EventFields />
      </FormShell>
    </Page>
  )
}
