import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OrganisationRow } from '#contract/organisation-shapes.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column, Filter } from '../../../kit/table/list-types.ts'
import { GapCards } from '../parts/gap-cards.tsx'
import { Workers } from '../parts/organisation-facts.tsx'
import { OrganisationPanel } from '../parts/organisation-panel.tsx'
import { OrganisationSelect } from '../parts/organisation-select.tsx'
import { TermEnd } from '../parts/term-end.tsx'
import { t } from '../texts.ts'
import { kindName, kindOptions, twoNewName, twoNewOptions } from '../words.ts'
import '../organisations.css'

/** The two-new register and every other organisation within reach: worklists by gap on top, filters in the address. */
export default function RegisterPage() {
  const mayWrite = useMay('organisations.write')
  const navigate = useNavigate()
  const merge = (rows: readonly OrganisationRow[]) =>
    void navigate({
      to: '/organisations/merger',
      search: { ids: rows.map((row) => row.id).join(',') } as never,
    })
  return (
    <ListPage
      title={t('register')}
      operation="listOrganisations"
      filters={filters()}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      actions={
        <>
          <Link className="button-link" to="/organisations/tree" search={{} as never}>
            {t('tree')}
          </Link>
          {mayWrite && (
            <Button
              type="primary"
              onClick={() => void navigate({ to: '/organisations/new', search: {} as never })}
            >
              {t('newOrganisation')}
            </Button>
          )}
        </>
      }
      above={<GapCards />}
      panel={(id) => ({ title: t('overview'), body: <OrganisationPanel organisationId={id} /> })}
      {...(mayWrite
        ? {
            bulk: (chosen: readonly OrganisationRow[]) => (
              <Button onClick={() => merge(chosen)}>{t('mergeChosen', { count: chosen.length })}</Button>
            ),
          }
        : {})}
    />
  )
}

type Name = 'q' | 'parentId' | 'kind' | 'twoNewType' | 'directPoint' | 'gap' | 'asOf'

function filters(): Filter<Name>[] {
  return [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'own',
      name: 'parentId',
      label: t('under'),
      render: (value, change) => (
        <OrganisationSelect
          className="filter-organisation"
          label={t('under')}
          placeholder={t('under')}
          value={value ?? null}
          onChange={(next) => change(next)}
        />
      ),
    },
    { kind: 'select', name: 'kind', label: t('kind'), options: kindOptions() },
    {
      kind: 'select',
      name: 'twoNewType',
      label: t('twoNew'),
      options: [{ value: 'any', label: t('anyTwoNew') }, ...twoNewOptions()],
    },
    { kind: 'date', name: 'asOf', label: t('asOf') },
    { kind: 'switch', name: 'directPoint', label: t('onlyDirectPoints') },
    // Chosen by the cards above; stands here so that clearing the filters clears it too.
    { kind: 'own', name: 'gap', label: t('worklist'), render: () => null },
  ]
}

function columns(): Column<OrganisationRow>[] {
  return [
    { key: 'name', title: t('name'), sort: 'name', width: 280, render: (row) => row.name },
    {
      key: 'kind',
      title: t('kind'),
      width: 130,
      render: (row) => twoNewName(row.twoNewType) || kindName(row.kind),
    },
    { key: 'street', title: t('street'), width: 120, render: (row) => row.street ?? '' },
    {
      key: 'workers',
      title: t('workers'),
      sort: 'workers',
      align: 'figures',
      width: 100,
      render: (row) =>
        row.workers === null && row.kind !== 'employer' ? '' : <Workers count={row.workers} />,
    },
    {
      key: 'members',
      title: t('members'),
      sort: 'members',
      align: 'figures',
      width: 100,
      render: (row) => formatNumber(row.members),
    },
    { key: 'chair', title: t('chair'), width: 90, render: (row) => row.chair ?? '' },
    {
      key: 'term',
      title: t('termEnds'),
      sort: 'termEndsBefore',
      width: 190,
      render: (row) => (row.termEndsBefore === null ? '' : <TermEnd before={row.termEndsBefore} />),
    },
    { key: 'union', title: t('union'), width: 220, render: (row) => row.union?.name ?? '' },
    { key: 'partyBody', title: t('partyBody'), width: 180, render: (row) => row.partyBody ?? '' },
    { key: 'direct', title: t('directPoint'), width: 90, render: (row) => (row.directPoint ? t('yes') : '') },
  ]
}
