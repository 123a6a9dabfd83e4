import '../../approvals/approvals.css'
import { Tag } from 'antd'
import type { ReportRow } from '#contract/matchmaking-safety.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { t } from '../attest-texts.ts'
import { ReportPanel } from '../parts/report-panel.tsx'
import { reportKindName, reportOccasionName, reportStateName } from '../report-words.ts'

/** Reports about persons in matchmaking, to be looked into and decided. */
export default function ReportsPage() {
  return (
    <ListPage
      title={t('reports')}
      operation="listPersonReports"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: ['waiting', 'confirmed', 'dismissed'].map((state) => ({
            value: state,
            label: reportStateName(state),
          })),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('noReports'), hint: t('noReportsHint') }}
      panel={(id) => ({ title: t('reports'), body: <ReportPanel key={id} reportId={id} /> })}
    />
  )
}

function columns(): Column<ReportRow>[] {
  return [
    { key: 'kind', title: t('kind'), width: 170, render: (row) => reportKindName(row.kind) },
    { key: 'where', title: t('where'), width: 140, render: (row) => reportOccasionName(row.occasion) },
    { key: 'lies', title: t('lies'), render: (row) => row.organisationName },
    { key: 'reported', title: t('reported'), width: 170, render: (row) => formatInstant(row.reportedAt) },
    {
      key: 'due',
      title: t('dueOn'),
      width: 180,
      render: (row) => (
        <>
          {formatDay(row.dueOn)} {row.overdue && <Tag color="red">{t('overdue')}</Tag>}
        </>
      ),
    },
    { key: 'state', title: t('state'), width: 100, render: (row) => reportStateName(row.state) },
  ]
}
