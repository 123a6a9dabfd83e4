import type { ImportRow, RosterImport } from '#contract/roster.ts'
import { Alert, Button, Skeleton, Table, type TableColumnType } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t as more } from '../end-texts.ts'
import { t } from '../row-texts.ts'
import { fieldName, listWords, reasonWords, type ListName } from '../words.ts'
import { RowChanges } from './row-changes.tsx'
import { useImportRows } from './use-import-rows.ts'

interface RowsTableProps {
  imported: RosterImport
  list: Exclude<ListName, 'leavers'>
  q: string
}

/** Rows that only want to be looked at: who, where, and what changes. Numbers are masked. */
export function RowsTable({ imported, list, q }: RowsTableProps) {
  const rows = useImportRows({ importId: imported.id, outcome: list, q })
  if (rows.error)
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(rows.error)} />
  if (!rows.rows) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  if (rows.rows.length === 0) return <p className="list-empty">{q ? t('nothingFound') : t('noRows')}</p>
  return (
    <>
      {list === 'transfer' && <p className="import-list-note">{t('transferNote')}</p>}
      <div className="list import-table" role="region" aria-label={listWords(list)} tabIndex={0}>
        <Table<ImportRow>
          columns={columnsOf(imported.kind, list, rows.rows)}
          dataSource={rows.rows}
          rowKey="rowId"
          size="small"
          pagination={false}
        />
      </div>
      {rows.more && (
        <Button className="fix-more" onClick={rows.more}>
          {more('moreRows')}
        </Button>
      )}
    </>
  )
}

const rosterFields = ['full_name', 'id_number', 'mobile', 'employer_name', 'union_name', 'join_date']

function columnsOf(
  kind: RosterImport['kind'],
  list: RowsTableProps['list'],
  rows: readonly ImportRow[],
): TableColumnType<ImportRow>[] {
  // Of a row that cannot be taken little is known: columns without anything in them are left away.
  const filled = rosterFields.filter((field, at) => at === 0 || rows.some((row) => row.values[field]))
  const fields = kind === 'roster' ? filled : ['name']
  const values = fields.map((field): TableColumnType<ImportRow> => ({
    key: field,
    title: fieldName(field),
    className: 'figures',
    render: (_, row) => row.values[field] ?? '',
  }))
  const number: TableColumnType<ImportRow> = {
    key: 'row',
    title: t('row'),
    width: 72,
    className: 'figures',
    render: (_, row) => row.row,
  }
  const changes: TableColumnType<ImportRow> = {
    key: 'changes',
    title: t('changes'),
    render: (_, row) => <RowChanges row={row} />,
  }
  const reasons: TableColumnType<ImportRow> = {
    key: 'reasons',
    title: t('problem'),
    className: 'import-problem',
    render: (_, row) => [...new Set(row.reasons.map(reasonWords))].map((words) => <p key={words}>{words}</p>),
  }
  if (list === 'changed' && kind === 'roster') return [number, values[0]!, changes, ...values.slice(1)]
  const waiting = list === 'review' || list === 'rejected' || list === 'left_out'
  return waiting ? [number, values[0]!, reasons, ...values.slice(1)] : [number, ...values]
}
