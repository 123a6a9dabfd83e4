import { Alert, Skeleton, Table, Tooltip } from 'antd'
import type { WeekExposure } from '#contract/matchmaking-suggestions.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatNumber, formatShare } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { t } from '../suggestions-texts.ts'

/** Whether everybody is shown about equally often, week by week and side by side. */
export default function SuggestionWeeksPage() {
  const { data, error } = useRead('listSuggestionWeeks')
  return (
    <Page title={t('title')} note={t('note')}>
      {error ? (
        <Alert type="error" showIcon title={errorSentence(error)} />
      ) : !data ? (
        <Skeleton active paragraph={{ rows: 6 }} />
      ) : data.items.length === 0 ? (
        <section className="list-empty">
          <h2>{t('none')}</h2>
          <p>{t('noneHint')}</p>
        </section>
      ) : (
        <div className="wide-table" role="region" aria-label={t('title')} tabIndex={0}>
          <Weeks weeks={data.items} />
        </div>
      )}
    </Page>
  )
}

interface Row {
  key: string
  week: WeekExposure
  side: 'men' | 'women'
}

function Weeks({ weeks }: { weeks: readonly WeekExposure[] }) {
  const rows = weeks.flatMap((week): Row[] =>
    (['men', 'women'] as const).map((side) => ({ key: `${week.weekOn} ${side}`, week, side })),
  )
  const ofWeek = (_row: Row, at?: number) => ({ rowSpan: (at ?? 0) % 2 === 0 ? 2 : 0 })
  const said = (row: Row, of: (side: NonNullable<WeekExposure['men']>) => string) => {
    const side = row.week[row.side]
    return side === null ? t('tooFew') : of(side)
  }
  return (
    <Table
      size="small"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: t('week'), onCell: ofWeek, render: (_, row) => formatDate(row.week.weekOn) },
        {
          title: t('pairs'),
          onCell: ofWeek,
          align: 'right',
          render: (_, { week }) => (week.pairs === null ? t('tooFew') : formatNumber(week.pairs)),
        },
        { title: t('most'), onCell: ofWeek, align: 'right', render: (_, row) => row.week.most },
        {
          title: t('learnt'),
          onCell: ofWeek,
          render: (_, row) => (row.week.learnt ? t('learntYes') : t('learntNo')),
        },
        { title: t('side'), render: (_, row) => t(row.side) },
        {
          title: t('people'),
          align: 'right',
          render: (_, row) => said(row, (side) => formatNumber(side.people)),
        },
        {
          title: t('withPartners'),
          align: 'right',
          render: (_, row) => said(row, (side) => formatNumber(side.withPartners)),
        },
        {
          title: t('never'),
          align: 'right',
          render: (_, row) =>
            said(row, (side) =>
              side.withPartners === 0
                ? '—'
                : `${formatNumber(side.neverShown)}（${formatShare(side.neverShown / side.withPartners)}）`,
            ),
        },
        {
          title: <Tooltip title={t('giniHint')}>{t('gini')}</Tooltip>,
          align: 'right',
          render: (_, row) => said(row, (side) => side.gini.toFixed(3)),
        },
        {
          title: t('range'),
          align: 'right',
          render: (_, row) => said(row, (side) => `${side.least}–${side.most}`),
        },
      ]}
    />
  )
}
