import '../desk.css'
import { Button } from 'antd'
import { useState } from 'react'
import type { FollowUp } from '#contract/matchmaking-desk.ts'
import { formatDay } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { t } from '../desk-texts.ts'
import { answerName, followUpStateName, occasionName, outcomeName, stageName } from '../desk-words.ts'
import { OutcomeDialog } from '../forms/outcome-dialog.tsx'

/** All follow-ups that fall to this desk. */
export default function FollowUpsPage() {
  const [noted, setNoted] = useState<FollowUp>()
  return (
    <>
      <ListPage
        title={t('followUps')}
        operation="listFollowUps"
        filters={[
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: (['due', 'overdue', 'planned', 'done'] as const).map((state) => ({
              value: state,
              label: followUpStateName(state),
            })),
          },
        ]}
        columns={columns(setNoted)}
        rowId={(row) => row.id}
        empty={{ title: t('followUpsEmpty'), hint: t('followUpsEmptyHint') }}
      />
      {noted && <OutcomeDialog followUp={noted} onClose={() => setNoted(undefined)} />}
    </>
  )
}

function columns(note: (followUp: FollowUp) => void): Column<FollowUp>[] {
  return [
    { key: 'pair', title: t('pair'), render: (row) => row.names.join(' × ') },
    { key: 'stage', title: t('stage'), width: 120, render: (row) => stageName(row.stage) },
    { key: 'occasion', title: t('occasion'), width: 110, render: (row) => occasionName(row.occasion) },
    { key: 'due', title: t('dueOn'), width: 150, render: (row) => formatDay(row.dueOn) },
    {
      key: 'state',
      title: t('state'),
      width: 110,
      render: (row) => (
        <span className={row.state === 'overdue' ? 'ends-soon' : ''}>{followUpStateName(row.state)}</span>
      ),
    },
    {
      key: 'answers',
      title: t('answersSaid'),
      width: 140,
      render: (row) => row.answers.map(answerName).join('、'),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      width: 120,
      render: (row) => (row.lastOutcome === null ? '' : outcomeName(row.lastOutcome)),
    },
    {
      key: 'whose',
      title: t('whose'),
      width: 130,
      render: (row) => (row.mine ? t('mine') : t('anybodys')),
    },
    {
      key: 'note',
      title: t('acts'),
      width: 110,
      render: (row) =>
        row.state === 'due' || row.state === 'overdue' ? (
          <Button size="small" onClick={() => note(row)}>
            {t('noteOutcome')}
          </Button>
        ) : null,
    },
  ]
}
