import '../venues.css'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { venueKinds } from '#contract/venues.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { newVenue, VenueFields, venueOf, type VenueValues } from '../parts/venue-fields.tsx'
import { t } from '../texts.ts'
import { venuesChanged } from '../venues-changed.ts'

type Values = VenueValues & { organisationId: string; kind: (typeof venueKinds)[number]; openedOn: string }

/** 登记阵地. */
export default function NewVenuePage() {
  const navigate = useNavigate()
  const { actingAs } = useMe()
  return (
    <Page title={t('add')}>
      <FormShell<'createVenue', Values>
        operation="createVenue"
        invalidates={venuesChanged}
        initial={{
          ...newVenue,
          kind: 'two_new_venue',
          ...(actingAs && { organisationId: actingAs.organisationId }),
        }}
        toInput={(values) => ({
          ...venueOf(values),
          organisationId: values.organisationId,
          kind: values.kind,
          openedOn: values.openedOn,
        })}
        submit={t('add')}
        onDone={({ id }) => void navigate({ to: `/venues/${id}` as never })}
      >
        <FormGroup title={t('kind')}>
          <FormField name="kind" label={t('kind')} need="required">
            <Select options={venueKinds.map((kind) => ({ value: kind, label: t(kind) }))} />
          </FormField>
          <FormField name="organisationId" label={t('keeper')} need="required">
            <OrganisationSelect label={t('keeper')} />
          </FormField>
          <FormField name="openedOn" label={t('openedOn')} need="required">
            <DateField />
          </FormField>
        </FormGroup>
        <VenueFields />
      </FormShell>
    </Page>
  )
}
