import '../appointments.css'
import type { Appointment } from '#contract/appointments.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useMay } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column, Filter, FilterName } from '../../../kit/table/list-types.ts'
import { postName } from '../../access/posts.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { AppointmentActions } from '../parts/appointment-actions.tsx'
import { AppointmentPanel } from '../parts/appointment-panel.tsx'
import { TermLeft } from '../parts/term-left.tsx'
import { t } from '../texts.ts'
import { basisName, heldPost } from '../words.ts'

/** Who holds which post within reach, whose term ends first on top; a row opens the whole record beside the list. */
export default function AppointmentsPage() {
  const mayWrite = useMay('appointments.write')
  const mayChoose = useMay('organisations.read')
  const navigate = useNavigate()
  return (
    <ListPage
      title={t('appointments')}
      operation="listAppointments"
      filters={filters(mayChoose ? [organisationFilter()] : [])}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      actions={
        mayWrite && (
          <Button
            type="primary"
            onClick={() => void navigate({ to: '/appointments/new' as never, search: {} as never })}
          >
            {t('new')}
          </Button>
        )
      }
      panel={(id) => ({
        title: t('appointment'),
        body: <AppointmentPanel appointmentId={id} />,
        foot: <AppointmentActions appointmentId={id} />,
      })}
    />
  )
}

type Name = FilterName<'listAppointments'>

function filters(more: Filter<Name>[]): Filter<Name>[] {
  return [
    { kind: 'search', name: 'q', label: t('search') },
    ...more,
    {
      kind: 'own',
      name: 'post',
      label: t('post'),
      render: (value, change) => <PostFilter value={value} onChange={change} />,
    },
    {
      kind: 'select',
      name: 'state',
      label: t('state'),
      options: (['current', 'planned', 'ended'] as const).map((value) => ({ value, label: t(value) })),
    },
    {
      kind: 'select',
      name: 'endingWithin',
      label: t('endingSoon'),
      options: [
        { value: '30', label: t('within30') },
        { value: '90', label: t('within90') },
        { value: '180', label: t('within180') },
      ],
    },
  ]
}

function organisationFilter(): Filter<Name> {
  return {
    kind: 'own',
    name: 'organisationId',
    label: t('organisation'),
    render: (value, change) => (
      <OrganisationSelect
        className="filter-organisation"
        label={t('organisation')}
        placeholder={t('organisation')}
        value={value ?? null}
        onChange={(next) => change(next)}
      />
    ),
  }
}

function PostFilter(props: { value: string | undefined; onChange: (post: string | undefined) => void }) {
  const posts = useRead('listPostPowers')
  return (
    <Select
      aria-label={t('post')}
      placeholder={t('post')}
      allowClear
      className="filter-post"
      value={props.value ?? null}
      options={(posts.data?.items ?? []).map(({ post }) => ({ value: post, label: postName(post) }))}
      onChange={(next: string | null | undefined) => props.onChange(next ?? undefined)}
      popupMatchSelectWidth={false}
    />
  )
}

function columns(): Column<Appointment>[] {
  return [
    { key: 'holder', title: t('holder'), width: 120, render: (row) => row.person.name },
    {
      key: 'post',
      title: t('post'),
      width: 160,
      render: (row) => heldPost({ post: row.post, acting: row.substitutesFor !== null }),
    },
    { key: 'organisation', title: t('organisation'), render: (row) => row.organisationName },
    {
      key: 'kind',
      title: t('kind'),
      width: 100,
      render: (row) => (row.fullTime ? t('fullTime') : t('partTime')),
    },
    { key: 'basis', title: t('basis'), width: 110, render: (row) => basisName(row.basis) },
    { key: 'ends', title: t('ends'), width: 160, render: (row) => <TermLeft before={row.endsBefore} /> },
    {
      key: 'account',
      title: t('account'),
      width: 100,
      render: (row) => (row.hasAccount ? t('hasAccount') : <span className="quiet">{t('noAccount')}</span>),
    },
  ]
}
