import '../venues.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { venueKinds, venueStates, type VenueRow } from '#contract/venues.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { StandingTag } from '../parts/standing-tag.tsx'
import { VenueTabs } from '../parts/venue-tabs.tsx'
import { t } from '../texts.ts'

/** Venues of one's scope: which meet the six haves, which run out, which nobody uses. */
export default function VenuesPage() {
  const mayWrite = useMay('venues.write')
  return (
    <ListPage
      title={t('title')}
      operation="listVenues"
      above={<VenueTabs shown="/venues" />}
      actions={
        mayWrite && (
          <Link to={'/venues/new' as never}>
            <Button type="primary">{t('add')}</Button>
          </Link>
        )
      }
      filters={[
        { kind: 'search', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'kind',
          label: t('kind'),
          options: venueKinds.map((kind) => ({ value: kind, label: t(kind) })),
        },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: venueStates.map((state) => ({ value: state, label: t(state) })),
        },
        { kind: 'switch', name: 'revisit', label: t('revisit') },
        { kind: 'switch', name: 'unused', label: t('unused') },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
    />
  )
}

function columns(): Column<VenueRow>[] {
  return [
    {
      key: 'name',
      title: t('name'),
      render: (row) => <Link to={`/venues/${row.id}` as never}>{row.name}</Link>,
    },
    { key: 'keeper', title: t('keeper'), render: (row) => row.organisationName },
    {
      key: 'state',
      title: t('state'),
      width: 210,
      render: (row) => (
        <>
          <StandingTag state={row.state} />
          {row.needed > 0 && t('ofNeeded', { met: row.met, needed: row.needed })}
        </>
      ),
    },
    {
      key: 'until',
      title: t('holdsUntil'),
      width: 140,
      render: (row) => (row.holdsUntil === null ? '—' : formatDay(row.holdsUntil)),
    },
    {
      key: 'stars',
      title: t('stars'),
      width: 100,
      render: (row) => (row.stars === 0 ? '—' : t('starsAre', { stars: row.stars })),
    },
    { key: 'uses', title: t('uses'), width: 100, align: 'figures', render: (row) => row.uses },
  ]
}
