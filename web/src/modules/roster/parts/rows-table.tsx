import type { ImportRow } from '#contract/roster.ts'
import { Alert, Button, Skeleton, Table, type TableColumnType } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { language } from '../../../i18n/language.ts'
import { fieldLabel, type Tab } from '../words.ts'
import { t } from '../texts.ts'
import { useImportRows } from './use-import-rows.ts'

interface RowsTableProps {
  importId: string
  tab: Exclude<Tab, 'leavers'>
  q: string
}

/** Rows that need nothing from the officer: who, where, and what changes. */
export function RowsTable({ importId, tab, q }: RowsTableProps) {
  const { rows, error, hasMore, more } = useImportRows({ importId, outcome: tab, q })
  if (error) return <Alert type="error" showIcon title={errorSentence(error)} />
  if (!rows) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  if (rows.length === 0) return <p className="list-empty">{t('nothingHere')}</p>
  return (
    <>
      <Table<ImportRow>
        columns={columnsOf(tab)}
        dataSource={rows}
        rowKey="rowId"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      {hasMore && (
        <Button className="more-rows" onClick={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

const shown = ['full_name', 'id_number', 'mobile', 'employer_name', 'union_name', 'join_date']

function columnsOf(tab: Tab): TableColumnType<ImportRow>[] {
  const values = shown.map((field) => ({
    key: field,
    title: fieldLabel(field),
    render: (_: unknown, row: ImportRow) => row.values[field] ?? '',
  }))
  const changes = {
    key: 'changes',
    title: t('change'),
    render: (_: unknown, row: ImportRow) => <Changes row={row} />,
  }
  const reasons = {
    key: 'reasons',
    title: t('reason'),
    render: (_: unknown, row: ImportRow) => <Reasons row={row} />,
  }
  const waits = tab === 'review' || tab === 'rejected' || tab === 'left_out'
  return [
    { key: 'row', title: t('row'), width: 72, className: 'figures', render: (_, row) => row.row },
    ...(waits ? [reasons] : []),
    ...(tab === 'changed' ? [...values.slice(0, 1), changes, ...values.slice(1)] : values),
  ]
}

function Changes({ row }: { row: ImportRow }) {
  return (
    <ul className="changes">
      {row.changes.map((change) => (
        <li key={change.field}>
          <span>{fieldLabel(change.field)}</span> <del>{change.old ?? '—'}</del> →{' '}
          <ins>{change.new ?? '—'}</ins>
        </li>
      ))}
    </ul>
  )
}

/** Why a row waits, in the language of the screen. */
export function Reasons({ row }: { row: Pick<ImportRow, 'reasons'> }) {
  return (
    <ul className="reasons">
      {row.reasons.map((reason) => (
        <li key={reason.code + reason.zh}>{reasonWords(reason)}</li>
      ))}
    </ul>
  )
}

function reasonWords(reason: ImportRow['reasons'][number]): string {
  return language() === 'zh' ? reason.zh : reason.en
}
