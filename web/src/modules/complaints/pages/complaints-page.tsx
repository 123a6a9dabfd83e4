import '../../approvals/approvals.css'
import { complaintSubjects, type ComplaintRow } from '#contract/complaints.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { postName } from '../../access/posts.ts'
import { ComplaintPanel } from '../parts/complaint-panel.tsx'
import { t } from '../texts.ts'
import { complaintStateName, subjectName } from '../words.ts'

/** Complaints about what stands below, to be answered by this level. */
export default function ComplaintsPage() {
  return (
    <ListPage
      title={t('title')}
      operation="listComplaints"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: ['waiting', 'answered', 'closed'].map((state) => ({
            value: state,
            label: complaintStateName(state),
          })),
        },
        {
          kind: 'select',
          name: 'subject',
          label: t('subject'),
          options: complaintSubjects.map((subject) => ({ value: subject, label: subjectName(subject) })),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      panel={(id) => ({ title: t('title'), body: <ComplaintPanel key={id} complaintId={id} /> })}
    />
  )
}

function columns(): Column<ComplaintRow>[] {
  return [
    {
      key: 'receipt',
      title: t('receipt'),
      width: 140,
      render: (row) => <span className="figures">{row.receiptNo}</span>,
    },
    { key: 'subject', title: t('subject'), width: 100, render: (row) => subjectName(row.subject) },
    {
      key: 'about',
      title: t('about'),
      render: (row) => [row.aboutName, row.aboutPost && postName(row.aboutPost)].filter(Boolean).join(' · '),
    },
    { key: 'handled', title: t('handledBy'), render: (row) => row.handledBy },
    { key: 'filed', title: t('filed'), width: 130, render: (row) => formatDay(shanghaiDate(row.filedAt)) },
    { key: 'due', title: t('due'), width: 140, render: (row) => (row.dueOn ? formatDay(row.dueOn) : '') },
    { key: 'state', title: t('state'), width: 100, render: (row) => complaintStateName(row.state) },
  ]
}
