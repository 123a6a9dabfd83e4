import '../approvals.css'
import type { ApprovalRow } from '#contract/approvals.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { ApprovalPanel } from '../parts/approval-panel.tsx'
import { t } from '../texts.ts'
import { kindName, stateName } from '../words.ts'

/** Requests that wait for a decision within scope; decided ones stay to be looked up. */
export default function ApprovalsPage() {
  return (
    <ListPage
      title={t('title')}
      operation="listApprovals"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: [
            { value: 'waiting', label: t('waiting') },
            { value: 'ended', label: t('ended') },
          ],
        },
        {
          kind: 'select',
          name: 'kind',
          label: t('kind'),
          options: ['correction', 'erasure', 'full_export', 'lapse', 'expulsion', 'bulletin'].map((kind) => ({
            value: kind,
            label: kindName(kind),
          })),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      panel={(id) => ({ title: t('kind'), body: <ApprovalPanel key={id} approvalId={id} /> })}
    />
  )
}

function columns(): Column<ApprovalRow>[] {
  return [
    { key: 'kind', title: t('kind'), render: (row) => kindName(row.kind) },
    { key: 'who', title: t('who'), render: (row) => row.personName ?? '—' },
    { key: 'asker', title: t('askedBy'), render: (row) => row.askedByName },
    { key: 'unit', title: t('unit'), render: (row) => row.organisationName },
    { key: 'asked', title: t('asked'), width: 140, render: (row) => formatDay(shanghaiDate(row.askedAt)) },
    { key: 'due', title: t('due'), width: 150, render: (row) => (row.dueOn ? formatDay(row.dueOn) : '') },
    {
      key: 'state',
      title: t('state'),
      width: 150,
      render: (row) =>
        row.step !== null && row.steps > 1
          ? t('step', { step: row.step, steps: row.steps })
          : stateName(row.state),
    },
  ]
}
