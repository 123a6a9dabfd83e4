import type { MemberRow } from '#contract/people-records.ts'
import { Checkbox } from 'antd'
import type { Column, Filter, FilterName } from '../../../kit/table/list-types.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { joinedWords } from '../record-words.ts'
import { t } from '../texts.ts'
import { membershipKindName, sexName } from '../words.ts'
import { KindTag } from './kind-tag.tsx'

/** The columns of the member list; hidden ones come masked. */
export function memberColumns(): Column<MemberRow>[] {
  const quiet = (text: string) => <span className="quiet">{text}</span>
  return [
    { key: 'name', title: t('name'), sort: 'name', width: 120, render: (row) => row.name },
    { key: 'sex', title: t('sex'), width: 64, render: (row) => sexName(row.sex) },
    { key: 'kind', title: t('kind'), width: 110, render: (row) => <KindTag kind={row.kind} /> },
    { key: 'union', title: `${t('union')} / ${t('employer')}`, render: (row) => <Places row={row} /> },
    {
      key: 'joined',
      title: t('joined'),
      width: 140,
      render: (row) => <span className="one-line">{joinedWords(row.joinedOn, row.joinedPrecision)}</span>,
    },
    {
      key: 'document',
      title: t('document'),
      width: 190,
      align: 'figures',
      render: (row) => row.document ?? quiet(t('notRecorded')),
    },
    {
      key: 'mobile',
      title: t('mobile'),
      width: 130,
      align: 'figures',
      render: (row) => row.mobile ?? quiet(t('notRecorded')),
    },
  ]
}

// A union is mostly named after its employer: one above the other, both can be read whole.
function Places({ row }: { row: MemberRow }) {
  return (
    <span className="two-lines">
      <span>{row.unionName}</span>
      <small>{row.employerName ?? t('noEmployer')}</small>
    </span>
  )
}

/** The filters of the member list. `below` says whether an organisation was chosen, of which what is below can be left out. */
export function memberFilters(
  below: 'organisation chosen' | 'whole scope',
): Filter<FilterName<'listMembers'>>[] {
  const filters: Filter<FilterName<'listMembers'>>[] = [
    { kind: 'search', name: 'q', label: t('searchLabel'), placeholder: t('search') },
    {
      kind: 'own',
      name: 'organisationId',
      label: t('organisation'),
      render: (value, change) => (
        <OrganisationSelect
          value={value ?? null}
          onChange={change}
          label={t('organisation')}
          placeholder={t('organisation')}
          className="member-filter"
        />
      ),
    },
    {
      kind: 'select',
      name: 'kind',
      label: t('kind'),
      options: (['member', 'retained'] as const).map((value) => ({
        value,
        label: membershipKindName(value),
      })),
    },
    {
      kind: 'select',
      name: 'sex',
      label: t('sex'),
      options: (['male', 'female'] as const).map((value) => ({ value, label: sexName(value) })),
    },
    {
      kind: 'own',
      name: 'employerId',
      label: t('employer'),
      render: (value, change) => (
        <OrganisationSelect
          value={value ?? null}
          onChange={change}
          kind="employer"
          label={t('employer')}
          placeholder={t('employer')}
          className="member-filter"
        />
      ),
    },
  ]
  if (below === 'organisation chosen') filters.splice(2, 0, onlyThisOrganisation())
  return filters
}

function onlyThisOrganisation(): Filter<FilterName<'listMembers'>> {
  return {
    kind: 'own',
    name: 'includeSubtree',
    label: t('onlyThis'),
    render: (value, change) => (
      <Checkbox
        checked={value === 'false'}
        onChange={(event) => change(event.target.checked ? 'false' : undefined)}
      >
        {t('onlyThis')}
      </Checkbox>
    ),
  }
}
