import '../commissioners.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { commissionerGaps, type CommissionerGap, type TwoNewOrganisation } from '#contract/commissioners.ts'
import { language } from '../../../i18n/language.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column, Filter } from '../../../kit/table/list-types.ts'
import { TermEnd } from '../../organisations/parts/term-end.tsx'
import { GapTags } from '../parts/gap-tags.tsx'
import { StoryParts } from '../parts/story-parts.tsx'
import { t } from '../texts.ts'
import { gapName } from '../gap-words.ts'
import { shortTypeName } from '../words.ts'

/** Two-new organisations by what they lack; the row opens at the side, from there the whole story. */
export default function WorklistPage() {
  const { gap, streetId, due, q, asOf } = useSearchText()
  const streets = useRead('getCommissionerCoverage', {})
  const filters = filtersOf(
    (streets.data?.streets ?? []).flatMap(({ street }) =>
      street === null ? [] : [{ value: street.id, label: street.name }],
    ),
  )
  return (
    <ListPage
      title={t('organisations')}
      operation="listTwoNewOrganisations"
      filters={filters}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('listEmpty'), hint: t('listEmptyHint') }}
      actions={
        <DownloadButton
          operation="downloadTwoNewOrganisations"
          label={t('download')}
          input={async () => ({
            language: language(),
            ...(gap ? { gap: gap as CommissionerGap } : {}),
            ...(streetId ? { streetId } : {}),
            ...(due === 'true' ? { due: true } : {}),
            ...(q ? { q } : {}),
            ...(asOf ? { asOf } : {}),
          })}
        />
      }
      panel={(id) => ({ title: t('story'), body: <Panel key={id} twoNewId={id} /> })}
    />
  )
}

function Panel({ twoNewId }: { twoNewId: string }) {
  const { data, error } = useRead('getOrganisationStory', { organisationId: twoNewId })
  if (error) return <p className="problem">{errorSentence(error)}</p>
  if (!data) return <Skeleton active aria-label={t('loading')} />
  return (
    <>
      <p className="lead">{data.name}</p>
      <StoryParts organisation={data} only="short" />
      <p>
        <Link
          className="button-link"
          to="/commissioners/organisations/$twoNewId"
          params={{ twoNewId } as never}
          search={{} as never}
        >
          {t('openStory')}
        </Link>
      </p>
    </>
  )
}

type Name = 'q' | 'gap' | 'streetId' | 'due' | 'asOf'

function filtersOf(streets: readonly { value: string; label: string }[]): Filter<Name>[] {
  return [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'select',
      name: 'gap',
      label: t('gap'),
      options: commissionerGaps.map((gap) => ({ value: gap, label: gapName(gap) })),
    },
    { kind: 'select', name: 'streetId', label: t('street'), options: streets },
    { kind: 'switch', name: 'due', label: t('onlyDue') },
    { kind: 'date', name: 'asOf', label: t('asOf') },
  ]
}

function columns(): Column<TwoNewOrganisation>[] {
  return [
    { key: 'name', title: t('name'), sort: 'name', width: 230, render: (row) => row.name },
    { key: 'gaps', title: t('gaps'), width: 220, render: (row) => <GapTags gaps={row.gaps} /> },
    { key: 'street', title: t('street'), width: 100, render: (row) => row.street?.name ?? '' },
    { key: 'type', title: t('type'), width: 130, render: (row) => shortTypeName(row.type) },
    {
      key: 'workers',
      title: t('workers'),
      sort: 'workers',
      align: 'figures',
      width: 90,
      render: (row) => (row.workers === null ? '' : formatNumber(row.workers)),
    },
    { key: 'due', title: t('due'), width: 90, render: (row) => (row.due ? t('dueYes') : t('dueNo')) },
    {
      key: 'commissioners',
      title: t('commissioners'),
      align: 'figures',
      width: 130,
      render: (row) => formatNumber(row.commissioners),
    },
    {
      key: 'term',
      title: t('termEnds'),
      sort: 'termEndsBefore',
      width: 150,
      render: (row) => (row.termEndsBefore === null ? '' : <TermEnd before={row.termEndsBefore} />),
    },
  ]
}
