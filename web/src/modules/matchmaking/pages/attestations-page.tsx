import { App, Button, Space } from 'antd'
import type { AttestationRow } from '#contract/matchmaking-entry.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { t } from '../attest-texts.ts'

/** Workers who ask my union to attest that they are its members and work there. */
export default function AttestationsPage() {
  return (
    <ListPage
      title={t('title')}
      operation="listAttestations"
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
    />
  )
}

function columns(): Column<AttestationRow>[] {
  const day = (date: string | null) => (date === null ? t('none') : formatDay(date))
  return [
    { key: 'name', title: t('name'), width: 110, render: (row) => row.name },
    { key: 'union', title: t('union'), render: (row) => row.unionName },
    { key: 'memberSince', title: t('memberSince'), width: 120, render: (row) => day(row.memberSince) },
    { key: 'employer', title: t('employer'), render: (row) => row.employerName ?? t('none') },
    { key: 'employedSince', title: t('employedSince'), width: 130, render: (row) => day(row.employedSince) },
    { key: 'due', title: t('due'), width: 130, render: (row) => formatDay(row.dueOn) },
    { key: 'answer', title: t('answer'), width: 260, render: (row) => <Answers row={row} /> },
  ]
}

const answers = [
  ['attested', 'attest'],
  ['not_member', 'notMember'],
  ['not_employed', 'notEmployed'],
] as const

function Answers({ row }: { row: AttestationRow }) {
  const { message } = App.useApp()
  const attest = useAct('attestEligibility', { invalidates: ['listAttestations', 'listInboxTasks'] })
  return (
    <Space size={4}>
      {answers.map(([answer, words]) => (
        <Button
          key={answer}
          size="small"
          type={answer === 'attested' ? 'primary' : 'default'}
          disabled={attest.isPending}
          aria-label={`${t(words)}：${row.name}`}
          onClick={() =>
            attest.mutate(
              { attestationId: row.id, answer },
              {
                onSuccess: () => void message.success(t('answered')),
                onError: (error) => void message.error(errorSentence(error), 8),
              },
            )
          }
        >
          {t(words)}
        </Button>
      ))}
    </Space>
  )
}
