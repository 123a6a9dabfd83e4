import '../desk.css'
import { Button } from 'antd'
import { useState } from 'react'
import { matchmakerStates, type Matchmaker } from '#contract/matchmaking-matchmakers.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { useDistricts } from '../districts.ts'
import { RegisterDialog } from '../forms/register-dialog.tsx'
import { MatchmakerPanel } from '../parts/matchmaker-panel.tsx'
import { MatchmakerWishes } from '../parts/matchmaker-wishes.tsx'
import { WorkloadChart } from '../parts/workload-chart.tsx'
import { t } from '../register-texts.ts'

/** The federation's matchmakers: who has signed, who has room, who has too much, and who waits for one. */
export default function MatchmakersPage() {
  const [adding, setAdding] = useState(false)
  const districts = useDistricts()
  return (
    <>
      <ListPage
        title={t('register')}
        operation="listMatchmakers"
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
        above={
          <div className="desk-grid register-above">
            <MatchmakerWishes />
            <WorkloadChart />
          </div>
        }
        filters={[
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: matchmakerStates.map((state) => ({ value: state, label: t(state) })),
          },
          { kind: 'switch', name: 'room', label: t('room') },
        ]}
        columns={columns(districts.name)}
        rowId={(row) => row.id}
        empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
        panel={(id) => ({ title: t('register'), body: <MatchmakerPanel key={id} matchmakerId={id} /> })}
      />
      {adding && <RegisterDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function columns(district: (code: string) => string): Column<Matchmaker>[] {
  return [
    { key: 'name', title: t('name'), width: 120, render: (row) => row.name },
    { key: 'organisation', title: t('organisation'), render: (row) => row.organisationName },
    {
      key: 'districts',
      title: t('districts'),
      render: (row) => row.districtCodes.map(district).join('、') || t('allDistricts'),
    },
    {
      key: 'workload',
      title: t('workload'),
      width: 110,
      align: 'figures',
      render: (row) => t('ofLimit', { cases: row.openCases, limit: row.caseloadLimit }),
    },
    {
      key: 'overdue',
      title: t('overdue'),
      width: 140,
      align: 'figures',
      render: (row) =>
        row.overdueFollowUps > 0 ? <span className="ends-soon">{row.overdueFollowUps}</span> : 0,
    },
    {
      key: 'state',
      title: t('state'),
      width: 140,
      render: (row) =>
        row.state === 'active' ? (
          t('active')
        ) : (
          <span className={row.state === 'unsigned' ? 'ends-soon' : ''}>{t(row.state)}</span>
        ),
    },
  ]
}
