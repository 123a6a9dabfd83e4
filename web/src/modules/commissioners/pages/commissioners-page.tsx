import '../commissioners.css'
import { commissionerKinds } from '#contract/commissioners.ts'
import type { CommissionerPost } from '#contract/commissioners-posts.ts'
import { formatNumber, formatPeriod } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { PostPanel } from '../parts/post-panel.tsx'
import { t } from '../pool-texts.ts'
import { kindName } from '../gap-words.ts'
import { basisName } from '../words.ts'

/** 党工专员名册: who serves where, how they came to it, and what is still to be handed over. */
export default function CommissionersPage() {
  const coverage = useRead('getCommissionerCoverage', {})
  const streets = (coverage.data?.streets ?? []).flatMap(({ street }) =>
    street === null ? [] : [{ value: street.id, label: street.name }],
  )
  return (
    <ListPage
      title={t('commissioners')}
      operation="listCommissioners"
      filters={[
        { kind: 'search', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'kind',
          label: t('kind'),
          options: commissionerKinds.map((kind) => ({ value: kind, label: kindName(kind) })),
        },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: [
            { value: 'current', label: t('stateCurrent') },
            { value: 'ending', label: t('stateEnding') },
            { value: 'ended', label: t('stateEnded') },
          ],
        },
        { kind: 'select', name: 'streetId', label: t('street'), options: streets },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyPosts'), hint: t('emptyPostsHint') }}
      panel={(id) => ({ title: t('postPanel'), body: <PostPanel key={id} appointmentId={id} /> })}
    />
  )
}

function columns(): Column<CommissionerPost>[] {
  return [
    { key: 'name', title: t('name'), width: 110, render: (row) => row.name },
    { key: 'kind', title: t('kind'), width: 150, render: (row) => kindName(row.kind) },
    { key: 'organisation', title: t('organisation'), width: 240, render: (row) => row.organisation.name },
    { key: 'street', title: t('street'), width: 100, render: (row) => row.street ?? t('none') },
    { key: 'basis', title: t('basis'), width: 100, render: (row) => basisName(row.basis) },
    {
      key: 'period',
      title: t('period'),
      width: 260,
      render: (row) => formatPeriod(row.startsOn, row.endsBefore),
    },
    {
      key: 'posts',
      title: t('posts'),
      width: 80,
      align: 'figures',
      render: (row) => formatNumber(row.postsHeld),
    },
    {
      key: 'handOver',
      title: t('handOverLeft'),
      width: 120,
      render: (row) => (row.handOverLeft === 0 ? '' : t('handOverPoints', { count: row.handOverLeft })),
    },
  ]
}
