import '../venues.css'
import { useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { Venue } from '#contract/venues.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { VenueFields, venueOf, type VenueValues } from '../parts/venue-fields.tsx'
import { t } from '../texts.ts'
import { venuesChanged } from '../venues-changed.ts'

/** 修改阵地资料. */
export default function EditVenuePage() {
  const venueId = useParam('venueId')
  const venue = useRead('getVenue', { venueId })
  return (
    <Page title={t('edit')} note={venue.data?.name}>
      {venue.isPending && <Skeleton active />}
      {venue.error && <p className="problem">{errorSentence(venue.error)}</p>}
      {venue.data && <Form venue={venue.data} />}
    </Page>
  )
}

function Form({ venue }: { venue: Venue }) {
  const navigate = useNavigate()
  const { name, address, areaSquareMetres, seats, sharedWithId, openWeekdays, opensAt, closesAt } = venue
  const { longestMinutes, daysAhead, position } = venue
  const there = () => void navigate({ to: `/venues/${venue.id}` as never })
  return (
    <FormShell<'changeVenue', VenueValues>
      operation="changeVenue"
      invalidates={venuesChanged}
      initial={{
        name,
        address,
        areaSquareMetres,
        seats,
        sharedWithId,
        openWeekdays,
        opensAt,
        closesAt,
        longestMinutes,
        daysAhead,
        ...position,
      }}
      toInput={(values) => ({ ...venueOf(values), venueId: venue.id, version: venue.version })}
      submit={t('save')}
      onDone={there}
      onCancel={there}
    >
      <VenueFields />
    </FormShell>
  )
}
