import '../audit.css'
import type { AuditEntry } from '#contract/audit.ts'
import { Select, Tag } from 'antd'
import { formatInstant } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column, Filter, FilterName } from '../../../kit/table/list-types.ts'
import { Icon } from '../../../ui/icon.tsx'
import { postName, postOptions } from '../../access/posts.ts'
import { actorWords, EntryPanel, placeOf } from '../parts/entry-panel.tsx'
import { ExportButton } from '../parts/export-button.tsx'
import { useVerification } from '../parts/verification.tsx'
import { t } from '../texts.ts'
import { actionOptions, actionWords } from '../words.ts'

/** Who did what, when and as whom, newest first; and the check that the log is whole. */
export default function AuditPage() {
  const { button, outcome } = useVerification()
  const mayVerify = useMay('audit.verify')
  return (
    <ListPage
      title={t('auditLog')}
      operation="listAuditEntries"
      filters={filters()}
      columns={columns()}
      rowId={placeOf}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
      actions={
        <>
          <ExportButton />
          {mayVerify && button}
        </>
      }
      above={outcome && <div className="audit-outcome">{outcome}</div>}
      panel={(place) => ({ title: t('entry'), body: <EntryPanel place={place} /> })}
    />
  )
}

function filters(): Filter<FilterName<'listAuditEntries'>>[] {
  return [
    { kind: 'search', name: 'q', label: t('words') },
    {
      kind: 'own',
      name: 'action',
      label: t('area'),
      render: (value, change) => (
        <Select
          aria-label={t('area')}
          placeholder={t('area')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? null}
          options={actionOptions()}
          onChange={(next: string | null) => change(next ?? undefined)}
          popupMatchSelectWidth={false}
          className="filter-select"
        />
      ),
    },
    { kind: 'search', name: 'actor', label: t('actor') },
    { kind: 'select', name: 'post', label: t('as'), options: postOptions() },
    { kind: 'search', name: 'organisation', label: t('where') },
    { kind: 'switch', name: 'includeSubtree', label: t('subtree') },
    { kind: 'date', name: 'from', label: t('from') },
    { kind: 'date', name: 'to', label: t('to') },
    // Chosen in the panel of an entry.
    {
      kind: 'own',
      name: 'subjectId',
      label: t('subject'),
      render: (value, change) =>
        value && (
          <Tag
            closable={{ closeIcon: <Icon name="close" size={14} />, 'aria-label': t('cancel') }}
            onClose={() => change(undefined)}
          >
            {t('subjectOnly')}
          </Tag>
        ),
    },
  ]
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
