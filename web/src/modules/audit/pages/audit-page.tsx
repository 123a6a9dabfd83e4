import '../audit.css'
import type { AuditEntry } from '#contract/audit.ts'
import { useQueryClient } from '@tanstack/react-query'
import { formatInstant } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { postName } from '../../access/posts.ts'
import { actionWords, areaOptions } from '../words.ts'
import { actorWords, EntryPanel } from '../parts/entry-panel.tsx'
import { useVerification } from '../parts/verification.tsx'
import { t } from '../texts.ts'

/** Who did what, when and as whom, newest first; and the check that the log is whole. */
export default function AuditPage() {
  const { button, outcome } = useVerification()
  const mayVerify = useMay('audit.verify')
  const find = useFindEntry()
  return (
    <ListPage
      title={t('auditLog')}
      operation="listAuditEntries"
      filters={[
        { kind: 'select', name: 'action', label: t('area'), options: areaOptions() },
        { kind: 'date', name: 'from', label: t('from') },
        { kind: 'date', name: 'to', label: t('to') },
      ]}
      columns={columns()}
      rowId={(entry) => entry.id}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
      actions={mayVerify && button}
      above={outcome && <div className="audit-outcome">{outcome}</div>}
      panel={(id) => {
        const entry = find(id)
        return { title: t('entry'), body: entry && <EntryPanel entry={entry} /> }
      }}
    />
  )
}

function columns(): Column<AuditEntry>[] {
  return [
    { key: 'time', title: t('time'), width: 230, render: (entry) => formatInstant(entry.recordedAt) },
    { key: 'who', title: t('who'), width: 140, render: actorWords },
    {
      key: 'as',
      title: t('as'),
      width: 200,
      render: (entry) => (entry.actorPost === null ? '' : postName(entry.actorPost)),
    },
    { key: 'what', title: t('what'), render: actionWords },
    { key: 'where', title: t('where'), render: (entry) => entry.organisationName ?? '' },
  ]
}

// There is no operation for one entry: the panel shows a row of a page that has been read.
function useFindEntry(): (id: string) => AuditEntry | undefined {
  const client = useQueryClient()
  return (id) =>
    client
      .getQueriesData<{ items: AuditEntry[] }>({ queryKey: ['listAuditEntries'] })
      .flatMap(([, data]) => data?.items ?? [])
      .find((entry) => entry.id === id)
}
