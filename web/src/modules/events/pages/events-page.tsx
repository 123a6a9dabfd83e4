import '../events.css'
import { eventPhases, hostKinds, type EventRow } from '#contract/events.ts'
import { eventKindName } from '../../../kit/event-screens.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { EventLink } from '../parts/event-link.tsx'
import { PhaseTag } from '../parts/phase-tag.tsx'
import { t } from '../texts.ts'
import { formatSpan } from '../times.ts'
import { hostKindName, phaseName } from '../words.ts'

/** Events within one’s scope, hosted alone or together. */
export default function EventsPage() {
  const mayWrite = useMay('events.write')
  return (
    <ListPage
      title={t('title')}
      operation="listEvents"
      filters={[
        { kind: 'search', name: 'q', label: t('search'), placeholder: t('search') },
        {
          kind: 'select',
          name: 'phase',
          label: t('phase'),
          options: eventPhases.map((phase) => ({ value: phase, label: phaseName(phase) })),
        },
        {
          kind: 'select',
          name: 'hostKind',
          label: t('hostKind'),
          options: hostKinds.map((kind) => ({ value: kind, label: hostKindName(kind) })),
        },
        { kind: 'date', name: 'from', label: t('from') },
        { kind: 'date', name: 'to', label: t('to') },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      actions={
        <>
          <LinkButton to="/events/calendar" search={{} as never}>
            {t('calendar')}
          </LinkButton>
          <LinkButton to="/events/series" search={{} as never}>
            {t('seriesList')}
          </LinkButton>
          {mayWrite && (
            <>
              <LinkButton to="/events/invitations" search={{} as never}>
                {t('invitationList')}
              </LinkButton>
              <LinkButton color="primary" variant="solid" to="/events/new" search={{} as never}>
                {t('newEvent')}
              </LinkButton>
            </>
          )}
        </>
      }
    />
  )
}

function columns(): Column<EventRow>[] {
  return [
    { key: 'title', title: t('name'), render: (row) => <EventLink event={row} /> },
    { key: 'phase', title: t('phase'), width: 120, render: (row) => <PhaseTag phase={row.phase} /> },
    {
      key: 'startsAt',
      title: t('when'),
      width: 250,
      sort: 'startsAt',
      render: (row) => <span className="figures">{formatSpan(row.startsAt, row.endsAt)}</span>,
    },
    { key: 'host', title: t('host'), render: (row) => row.organisationName },
    { key: 'kind', title: t('kind'), width: 110, render: (row) => eventKindName(row.kind) },
    {
      key: 'places',
      title: t('places'),
      width: 110,
      align: 'figures',
      render: (row) =>
        t('placesTaken', { taken: formatNumber(row.placesTaken), capacity: formatNumber(row.capacity) }),
    },
    {
      key: 'came',
      title: t('came'),
      width: 80,
      align: 'figures',
      render: (row) => formatNumber(row.cameTotal),
    },
  ]
}
