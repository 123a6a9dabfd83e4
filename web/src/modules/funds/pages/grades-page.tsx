import { gradeStates, type StipendGrade } from '#contract/stipends.ts'
import { App, Button, Space } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatPeriod } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { s } from '../stipend-texts.ts'
import { t } from '../texts.ts'
import { optionsOf, word } from '../words.ts'

/** Grades that officers entered, and the second officer’s decision. */
export default function GradesPage() {
  return (
    <ListPage
      title={s('grades')}
      operation="listStipendGrades"
      filters={[
        { kind: 'select', name: 'state', label: t('state'), options: optionsOf('gradeState', gradeStates) },
      ]}
      above={<p className="quiet">{s('gradesNote')}</p>}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: s('emptyGrades'), hint: s('emptyGradesHint') }}
    />
  )
}

function columns(): Column<StipendGrade>[] {
  return [
    { key: 'name', title: s('name'), width: 110, render: (row) => row.name },
    { key: 'organisation', title: s('organisation'), render: (row) => row.organisationName },
    { key: 'grade', title: s('grade'), width: 100, render: (row) => word('grade', row.grade) },
    {
      key: 'months',
      title: t('months'),
      width: 250,
      render: (row) => formatPeriod(row.startsOn, row.endsBefore),
    },
    { key: 'reason', title: s('reason'), render: (row) => row.reason },
    { key: 'entered', title: s('entered'), width: 200, render: (row) => formatInstant(row.enteredAt) },
    {
      key: 'state',
      title: t('state'),
      width: 170,
      render: (row) => (row.canDecide ? <Decide gradeId={row.id} /> : word('gradeState', row.state)),
    },
  ]
}

function Decide({ gradeId }: { gradeId: string }) {
  const { message } = App.useApp()
  const act = useAct('decideStipendGrade', { invalidates: ['listStipendGrades', 'previewStipends'] })
  const decide = (outcome: 'approved' | 'refused') =>
    act.mutate({ gradeId, outcome }, { onError: (error) => void message.error(errorSentence(error), 8) })
  return (
    <Space>
      <Button size="small" type="primary" loading={act.isPending} onClick={() => decide('approved')}>
        {s('approve')}
      </Button>
      <Button size="small" onClick={() => decide('refused')}>
        {s('refuse')}
      </Button>
    </Space>
  )
}
